import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { FromFigure, ToFigure } from '../../src/figure'
import { openBrowser, type WindowSize } from '../workbench/browser'
import type { Lifetime } from '../workbench/lifetime'

const RENDERER = 'dist/renderer.js'

/** An output as VS Code hands it to a renderer. */
export interface Item {
  readonly id: string
  /** a run's record, where it is left out */
  readonly mime?: string
  readonly metadata: { readonly stream?: string; readonly cell?: string }
  json(): unknown
}

interface Activated {
  renderOutputItem(item: Item, element: HTMLElement): Promise<void> | void
  disposeOutputItem(id?: string): void
}

declare global {
  /** The renderer as it ships, in a page without VS Code around it. */
  var rendererPage: {
    readonly activated: Activated
    /** what the renderer has told the extension */
    readonly posted: readonly FromFigure[]
    onPost: (message: FromFigure) => void
    /** the extension tells the renderer */
    receive(message: ToFigure): void
    /** a new element for an output, below the others, unless these were disposed of */
    element(): HTMLElement
  }
}

/** A page with the renderer and room for outputs. */
export async function openRendererPage(lifetime: Lifetime, size: WindowSize): Promise<Page> {
  const page = await (await openBrowser(lifetime, size)).newPage()
  await page.setContent(
    '<!doctype html><body class="vscode-light"><div id="room" style="margin-right:80px"></div></body>'
  )
  await page.evaluate(install, await readFile(RENDERER, 'utf8'))
  return page
}

export const THEMES = ['vscode-light', 'vscode-dark', 'vscode-high-contrast', 'vscode-high-contrast-light']

/** Shows one output in the page, and none beside it. */
export const showAlone = (page: Page, mime: string, json: unknown, metadata: Item['metadata'] = {}): Promise<void> =>
  page.evaluate(
    async ([json, mime, metadata]) => {
      rendererPage.activated.disposeOutputItem()
      const item = { id: '1', mime, metadata, json: () => json }
      await rendererPage.activated.renderOutputItem(item, rendererPage.element())
    },
    [json, mime, metadata] as const
  )

/** Runs in the page. */
async function install(code: string): Promise<void> {
  const { activate } = await import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
  const posted: FromFigure[] = []
  let receive: (message: unknown) => void = () => {}
  const activated: Activated = activate({
    getState: () => undefined,
    setState: () => {},
    postMessage: (message: FromFigure) => {
      posted.push(message)
      globalThis.rendererPage.onPost(message)
    },
    onDidReceiveMessage: (listener: typeof receive) => (receive = listener)
  })
  const room = document.getElementById('room')!
  globalThis.rendererPage = {
    activated,
    posted,
    onPost: () => {},
    receive: message => receive(message),
    element: () => {
      for (const old of [...room.children]) if (!old.hasChildNodes()) old.remove()
      return room.appendChild(document.createElement('div'))
    }
  }
}
