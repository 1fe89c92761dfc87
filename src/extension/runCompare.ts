import * as vscode from 'vscode'
import { fileNames, type Cell, type Experiment } from '../experiment'
import type { RunRecord } from '../record'
import { compareCells, type ComparedCell } from '../sweep'
import { readFiles } from './cellFiles'
import { isThere } from './isThere'
import type { Ending, Running } from './kernel'
import { compareItems, figureMetadata } from './outputs'
import { readCell } from './problems'
import { runIn, sweepIn } from './savedRecords'
import { userLimits } from './settings'

/** Puts side by side what other cells show. */
export async function runCompare(compare: Extract<Cell, { kind: 'compare' }>, running: Running): Promise<Ending> {
  const { execution } = running
  const { cell } = execution
  const record = await compareCells(
    compare,
    name => cellNamed(name, cell.notebook),
    experiment => train(experiment, running)
  )
  if (!isThere(cell)) return { success: undefined }
  const output = new vscode.NotebookCellOutput(compareItems(record), { ...figureMetadata(cell.metadata) })
  const all = record.items.every(({ kind }) => kind !== 'missing')
  return { success: all, shown: Promise.resolve(execution.replaceOutput([output])) }
}

/** The cell of that name; reading the comparison has found it already. */
export function cellNamed(name: string, notebook: vscode.NotebookDocument): ComparedCell {
  for (const { kind, document, outputs } of notebook.getCells()) {
    if (kind !== vscode.NotebookCellKind.Code) continue
    const result = readCell(document)
    if (!result.ok || result.cell.kind === 'compare') continue
    const { cell } = result
    if ((cell.kind === 'run' ? cell.experiment.name : cell.name) === name)
      return { cell, run: runIn(outputs), sweep: sweepIn(outputs) }
  }
  throw new RangeError(`no cell is named ${name}`)
}

/** One run of a sweep, whole. */
async function train(experiment: Experiment, { execution, kernel, signal }: Running): Promise<RunRecord> {
  const { notebook } = execution.cell
  const limits = userLimits()
  const files = await readFiles(fileNames([experiment]), { notebook, limits, signal }, kernel)
  return kernel.clients.of(notebook).run({ experiment, files, limits, signal, onProgress: () => {} })
}
