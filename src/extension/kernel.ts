import type * as vscode from 'vscode'
import type { FileReaders } from './cellFiles'
import type { FigureChannel } from './figureChannel'
import type { Forecast } from './forecast'
import type { LiveRecords } from './liveRecords'
import type { LiveRuns } from './liveRuns'
import type { Queues } from './platform'
import type { RunClients } from './runClients'
import type { RunPools } from './runPools'
import type { Walkthrough } from './walkthrough'

/** What running cells needs. */
export interface Kernel extends FileReaders {
  readonly clients: RunClients
  readonly pools: RunPools
  /** null where no queue can be reached */
  readonly queues: Queues | null
  readonly live: LiveRuns
  readonly forecast: Forecast
  readonly figures: FigureChannel
  readonly records: LiveRecords
  readonly walkthrough: Walkthrough
  nextOrder(notebook: vscode.NotebookDocument): number
}

/** How a cell ended. */
export interface Ending {
  /** undefined when it was stopped */
  readonly success: boolean | undefined
  /** resolves when its last output stands */
  readonly shown?: Promise<void>
}

/** A cell under way. */
export interface Running {
  readonly execution: vscode.NotebookCellExecution
  readonly kernel: Kernel
  readonly signal: AbortSignal
  /** what is to be disposed of when the last output stands */
  readonly held: vscode.Disposable[]
}
