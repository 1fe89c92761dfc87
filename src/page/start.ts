import type { ActivationFunction } from 'vscode-notebook-renderer'
import { parseNotebook } from '../notebook'
import { RunClient, RunPool } from '../worker'
import { spawnWeb } from '../worker/spawn.web'
import { CellViews } from './cellViews'
import { answer, type Answering } from './figureAnswers'
import { Figures } from './figures'
import { NotebookPage } from './notebookPage'
import { PageBar } from './pageBar'
import { followTheme } from './theme'

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

/** Each thread of a sweep has an engine of its own, so that more of them take too much memory on a phone. */
const MOST_THREADS = 4
/** Idle threads are ended after this time, ms. */
const IDLE_MS = 30_000

/** Makes the cells of an exported page run. What stands in it already stays until a cell has something else to show. */
export function start({ activate, worker, notebook, files }: Parts): void {
  followTheme()
  const page = new NotebookPage(parseNotebook(notebook), JSON.parse(new TextDecoder().decode(files)))
  const spawn = spawnWeb(worker)
  const runner = { page, client: new RunClient(spawn, IDLE_MS), pool: new RunPool(spawn, threads, IDLE_MS) }
  let answering: Answering | null = null
  // a figure asks while it is being drawn, and is answered when all are there
  const figures = new Figures(activate, message => queueMicrotask(() => answering && answer(message, answering)))
  const views = new CellViews(runner, figures)
  answering = { runner, views, figures }
  new PageBar(document.getElementById('gradnb-bar')!, page, views)
  document.body.dataset['ready'] = 'true'
}

const threads = (): number => Math.min(MOST_THREADS, navigator.hardwareConcurrency || 1)
