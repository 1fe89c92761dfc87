import * as vscode from 'vscode'
import { fileNames, problemLines, PROBLEMS_NAME, type Experiment } from '../experiment'
import { errorOutput } from '../notebook'
import { visible } from '../text'
import { FAILED_NAME, RunFailed, StoppedEarly, type Job } from '../worker'
import { readFiles, type FileReaders } from './cellFiles'
import type { Forecast } from './forecast'
import { isThere } from './isThere'
import { LiveOutput } from './liveOutput'
import type { LiveRuns } from './liveRuns'
import { figureMetadata, outputFromFile, recordItems } from './outputs'
import { readSingle } from './problems'
import type { RunClients } from './runClients'
import { RunOutput, type OutputParts } from './runOutput'
import { userLimits } from './settings'

/** What running a cell needs. */
export interface Kernel extends OutputParts, FileReaders {
  readonly clients: RunClients
  readonly live: LiveRuns
  readonly forecast: Forecast
  nextOrder(notebook: vscode.NotebookDocument): number
}

/** Runs one cell to its end: its record, or an error output that says where and why. One that is gone, or was stopped while it waited, ends quietly. */
export async function runCell(execution: vscode.NotebookCellExecution, kernel: Kernel): Promise<void> {
  const { cell, token } = execution
  if (!isThere(cell) || token.isCancellationRequested) return execution.end(undefined)
  execution.executionOrder = kernel.nextOrder(cell.notebook)
  execution.start(Date.now())
  const output = new RunOutput(execution, kernel)
  const { success, shown } = await ending(execution, kernel, output)
  const endedAt = Date.now()
  kernel.live.end(cell)
  try {
    await shown
  } finally {
    execution.end(success, endedAt)
    output.dispose()
  }
}

/** How a run ended: `success` is undefined when it was stopped; `shown` resolves when its last output stands. */
interface Ending {
  readonly success: boolean | undefined
  readonly shown?: Promise<void>
}

async function ending(execution: vscode.NotebookCellExecution, kernel: Kernel, output: RunOutput): Promise<Ending> {
  try {
    return await produceOutput(execution, kernel, output)
  } catch (error) {
    // What stood before such a run stays: nothing came to take its place.
    if (error instanceof StoppedEarly) return { success: undefined }
    return { success: false, shown: showFailure(execution, error) }
  }
}

async function produceOutput(
  execution: vscode.NotebookCellExecution,
  kernel: Kernel,
  output: RunOutput
): Promise<Ending> {
  const { document } = execution.cell
  const parsed = readSingle(document)
  if (parsed.ok) return train(execution, kernel, parsed.experiment, output)
  return {
    success: false,
    shown: showError(execution, PROBLEMS_NAME, problemLines(document.getText(), parsed.problems))
  }
}

async function train(
  execution: vscode.NotebookCellExecution,
  kernel: Kernel,
  experiment: Experiment,
  output: RunOutput
): Promise<Ending> {
  const pictures = new LiveOutput(output)
  const stop = stopOf(execution)
  try {
    const job = await jobOf(execution, kernel, experiment, pictures, stop.signal)
    const startedAt = Date.now()
    const record = await kernel.clients.of(execution.cell.notebook).run(job)
    kernel.forecast.learn(experiment, record, (Date.now() - startedAt) / 1000)
    const stopped = record.events.stop?.reason === 'cancelled'
    return { success: stopped ? undefined : true, shown: output.showLast(record) }
  } finally {
    pictures.halt()
    stop.dispose()
  }
}

async function jobOf(
  { cell }: vscode.NotebookCellExecution,
  kernel: Kernel,
  experiment: Experiment,
  pictures: LiveOutput,
  signal: AbortSignal
): Promise<Job> {
  const startedAt = Date.now()
  const limits = userLimits()
  return {
    experiment,
    signal,
    limits,
    files: await readFiles(fileNames([experiment]), { notebook: cell.notebook, limits, signal }, kernel),
    onProgress: (progress, soFar) => {
      kernel.live.update(cell, progress, soFar, startedAt)
      pictures.update(soFar)
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

/** The error below what was measured until then. */
async function showFailure(execution: vscode.NotebookCellExecution, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error)
  const record = error instanceof RunFailed ? error.record : null
  const metadata = { ...figureMetadata(execution.cell.metadata) }
  const measured = record ? [new vscode.NotebookCellOutput(recordItems(record), metadata)] : []
  await showError(execution, FAILED_NAME, message, measured)
}

async function showError(
  execution: vscode.NotebookCellExecution,
  name: string,
  message: string,
  above: readonly vscode.NotebookCellOutput[] = []
): Promise<void> {
  if (!isThere(execution.cell)) return // nowhere to show it
  await execution.replaceOutput([...above, outputFromFile(errorOutput(name, visible(message)))])
}
