import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { FromFigure, ToFigure } from '../../src/figure'
import { openBrowser, type WindowSize } from '../workbench/browser'
import { createLifetime, type Lifetime } from '../workbench/lifetime'

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

/** How an output is shown. */
interface Showing {
  readonly id?: string
  readonly mime?: string
  readonly metadata?: Item['metadata']
  /** in the element of the first output there is, not in a new one below all */
  readonly again?: boolean
}

/** Shows an output beside those there are. */
export const showOutput = (
  page: Page,
  json: unknown,
  { id = '1', mime, metadata = {}, again = false }: Showing = {}
): Promise<void> =>
  page.evaluate(
    async ({ json, again, ...item }) => {
      const element = again ? document.querySelector<HTMLElement>('#room > div')! : rendererPage.element()
      await rendererPage.activated.renderOutputItem({ ...item, json: () => json }, element)
    },
    { id, mime, metadata, json, again }
  )

/** Shows one output in the page, and none beside it. */
export async function showAlone(page: Page, mime: string, json: unknown, metadata?: Item['metadata']): Promise<void> {
  await page.evaluate(() => rendererPage.activated.disposeOutputItem())
  await showOutput(page, json, { mime, metadata })
}

const SIZE = { width: 980, height: 900 }

/** Hands `use` a new page with the renderer before each test of the suite that calls this. */
export function pageForEach(use: (page: Page) => void): void {
  let lifetime: Lifetime
  beforeEach(async () => {
    lifetime = createLifetime()
    use(await openRendererPage(lifetime, SIZE))
  })
  afterEach(() => lifetime.end())
}

/** The same with one page for all tests of the suite. */
export function pageForAll(use: (page: Page) => void, size: WindowSize = SIZE): void {
  const lifetime = createLifetime()
  before(async () => use(await openRendererPage(lifetime, size)))
  after(() => lifetime.end())
}

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
