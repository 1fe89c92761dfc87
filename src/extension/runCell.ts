import * as vscode from 'vscode'
import { problemLines, PROBLEMS_NAME, type Experiment } from '../experiment'
import { errorOutput } from '../notebook'
import { FAILED_NAME, RunFailed, type Job, type RunClient } from '../worker'
import { readFiles } from './cellFiles'
import type { FigureChannel } from './figureChannel'
import type { Forecast } from './forecast'
import { LiveOutput } from './liveOutput'
import type { LiveRuns } from './liveRuns'
import { figureMetadata, outputFromFile, recordItems } from './outputs'
import { parseCell, userLimits } from './problems'

/** What running a cell needs. */
export interface Kernel {
  readonly client: RunClient
  readonly live: LiveRuns
  readonly figures: FigureChannel
  readonly forecast: Forecast
  readDataset(name: string): Promise<Uint8Array>
  nextOrder(notebook: vscode.NotebookDocument): number
}

/** Runs one cell to its end: its record, or an error output that says where and why. Never rejects. */
export async function runCell(execution: vscode.NotebookCellExecution, kernel: Kernel): Promise<void> {
  const { cell, token } = execution
  execution.executionOrder = kernel.nextOrder(cell.notebook)
  execution.start(Date.now())
  let ending: Ending = { success: undefined }
  try {
    if (!token.isCancellationRequested) ending = await produceOutput(execution, kernel)
  } catch (error) {
    ending = { success: false, shown: showFailure(execution, error) }
  } finally {
    kernel.live.end(cell)
    execution.end(ending.success, Date.now())
  }
  await ending.shown
}

/** How a run ended: `success` is undefined when it was stopped; `shown` resolves when its last output stands. */
interface Ending {
  readonly success: boolean | undefined
  readonly shown?: Promise<void>
}

async function produceOutput(execution: vscode.NotebookCellExecution, kernel: Kernel): Promise<Ending> {
  const text = execution.cell.document.getText()
  const parsed = parseCell(text)
  if (parsed.ok) return train(execution, kernel, parsed.experiment)
  const problems = outputFromFile(errorOutput(PROBLEMS_NAME, problemLines(text, parsed.problems)))
  return { success: false, shown: settled(execution.replaceOutput(problems)) }
}

async function train(execution: vscode.NotebookCellExecution, kernel: Kernel, experiment: Experiment): Promise<Ending> {
  const output = new LiveOutput(execution, kernel.figures)
  const stop = stopOf(execution)
  try {
    const job = await jobOf(execution, kernel, experiment, output, stop.signal)
    const startedAt = Date.now()
    const record = await kernel.client.run(job)
    kernel.forecast.learn(experiment, record, (Date.now() - startedAt) / 1000)
    const stopped = record.events.stop?.reason === 'cancelled'
    return { success: stopped ? undefined : true, shown: output.end(record) }
  } catch (error) {
    output.halt()
    if (!(stop.signal.aborted && error instanceof RunFailed && error.record === null)) throw error
    return { success: undefined, shown: settled(execution.clearOutput()) }
  } finally {
    stop.dispose()
  }
}

async function jobOf(
  { cell }: vscode.NotebookCellExecution,
  kernel: Kernel,
  experiment: Experiment,
  output: LiveOutput,
  signal: AbortSignal
): Promise<Job> {
  const startedAt = Date.now()
  const limits = userLimits()
  return {
    experiment,
    signal,
    limits,
    files: await readFiles(experiment, cell.notebook, limits, kernel.readDataset),
    onProgress: (progress, soFar) => {
      kernel.live.update(cell, progress, soFar, startedAt)
      output.update(soFar)
    }
  }
}

/** A run stops with its Stop button, and when its notebook is closed. */
function stopOf({ cell, token }: vscode.NotebookCellExecution): { signal: AbortSignal; dispose(): void } {
  const stop = new AbortController()
  if (token.isCancellationRequested) stop.abort()
  const listeners = vscode.Disposable.from(
    token.onCancellationRequested(() => stop.abort()),
    vscode.workspace.onDidCloseNotebookDocument(notebook => notebook === cell.notebook && stop.abort())
  )
  return { signal: stop.signal, dispose: () => listeners.dispose() }
}

const settled = async (shown: Thenable<void>): Promise<void> => shown

/** The error below what was measured until then. */
async function showFailure(execution: vscode.NotebookCellExecution, error: unknown): Promise<void> {
  const { cell } = execution
  if (cell.notebook.isClosed || cell.index < 0) return // nowhere to show it: the cell was deleted
  const message = error instanceof Error ? error.message : String(error)
  const record = error instanceof RunFailed ? error.record : null
  const measured = record
    ? [new vscode.NotebookCellOutput(recordItems(record), { ...figureMetadata(cell.metadata) })]
    : []
  await execution.replaceOutput([...measured, outputFromFile(errorOutput(FAILED_NAME, message))])
}
