import * as vscode from 'vscode'
import { problemLines, PROBLEMS_NAME } from '../experiment'
import { errorOutput } from '../notebook'
import { messageOf, visible } from '../text'
import { FAILED_NAME, RunFailed, StoppedEarly } from '../worker'
import { isThere } from './isThere'
import type { Ending, Kernel, Running } from './kernel'
import { figureMetadata, outputFromFile, recordItems } from './outputs'
import { readCell } from './problems'
import { runCompare } from './runCompare'
import { runOne } from './runOne'
import { runSweepCell } from './runSweepCell'
import { stopOf } from './stopOf'

/** Runs one cell to its end: its record, or an error output that says where and why. One that is gone, or was stopped while it waited, ends quietly. */
export async function runCell(execution: vscode.NotebookCellExecution, kernel: Kernel): Promise<void> {
  const { cell, token } = execution
  if (!isThere(cell) || token.isCancellationRequested) return execution.end(undefined)
  execution.executionOrder = kernel.nextOrder(cell.notebook)
  execution.start(Date.now())
  const stop = stopOf(execution)
  const held: vscode.Disposable[] = [stop]
  const { success, shown } = await ending({ execution, kernel, held, signal: stop.signal })
  const endedAt = Date.now()
  kernel.live.end(cell)
  try {
    await shown
  } finally {
    execution.end(success, endedAt)
    held.forEach(one => void one.dispose())
  }
  if (success) kernel.walkthrough.ran(cell)
}

async function ending(running: Running): Promise<Ending> {
  try {
    return await produceOutput(running)
  } catch (error) {
    // What stood before such a run stays: nothing came to take its place.
    if (error instanceof StoppedEarly) return { success: undefined }
    return { success: false, shown: showFailure(running.execution, error) }
  }
}

async function produceOutput(running: Running): Promise<Ending> {
  const { execution } = running
  const { document } = execution.cell
  const parsed = readCell(document)
  if (!parsed.ok) {
    const lines = problemLines(document.getText(), parsed.problems)
    return { success: false, shown: showError(execution, PROBLEMS_NAME, lines) }
  }
  switch (parsed.cell.kind) {
    case 'run':
      return runOne(parsed.cell.experiment, running)
    case 'sweep':
      return runSweepCell(parsed.cell, running)
    case 'compare':
      return runCompare(parsed.cell, running)
  }
}

/** The error below what was measured until then. */
async function showFailure(execution: vscode.NotebookCellExecution, error: unknown): Promise<void> {
  const message = messageOf(error)
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
