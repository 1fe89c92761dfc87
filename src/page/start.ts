import type { ActivationFunction } from 'vscode-notebook-renderer'
import { parseNotebook } from '../notebook'
import { RunClient } from '../worker'
import { spawnWeb } from '../worker/spawn.web'
import { CellView } from './cellView'
import { element } from './dom'
import { followTheme } from './theme'
import { NotebookPage } from './notebookPage'
import { PAGE_TEXTS as TEXTS } from './texts'

/** What stands in the page: programs and data. */
export interface Parts {
  /** the notebook's renderer */
  readonly activate: ActivationFunction<unknown>
  /** the bundle of the worker that trains */
  readonly worker: Uint8Array
  /** a .gradnb file */
  readonly notebook: Uint8Array
  /** `PageFiles` as JSON */
  readonly files: Uint8Array
}

/** Makes the cells of an exported page run. What stands in it already stays until a cell has something else to show. */
export function start({ activate, worker, notebook, files }: Parts): void {
  followTheme()
  const page = new NotebookPage(parseNotebook(notebook), JSON.parse(new TextDecoder().decode(files)))
  const renderer = activate({ workspace: { isTrusted: true }, setState: () => {}, getState: () => undefined } as never)
  const client = new RunClient(spawnWeb(worker))
  const views = [...document.querySelectorAll<HTMLElement>('.cell')].map(
    section => new CellView(section, { page, client, renderer: renderer as never })
  )
  const runAll = async () => {
    for (const view of views) await view.run()
  }
  document
    .getElementById('gradnb-bar')!
    .append(
      element('button', { textContent: TEXTS.runAll, onclick: () => void runAll() }),
      element('button', { textContent: TEXTS.download, onclick: () => download(page.bytes()) })
    )
  document.body.dataset['ready'] = 'true'
}

function download(bytes: Uint8Array): void {
  const href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'application/json' }))
  element('a', { href, download: TEXTS.file }).click()
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
}
