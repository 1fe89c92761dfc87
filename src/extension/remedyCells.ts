import * as vscode from 'vscode'
import { repairNoteIn, trialTitle, withRepairNote, type RuleName, type Trial } from '../diagnosis'
import { comparingCell, nameOfCell } from '../experiment'
import type { RunRecord } from '../record'
import { cellId, idsOf, newCell } from './cellData'
import { trialText } from './remedyTrials'

/**
 * Inserts a cell below `cell` that is the same with a trial's changes, and begins to run it; below that, where both have names, a cell that
 * compares the two. One undo takes both back. Where that very cell is in the notebook already, it is shown instead. Gives the cell; null where
 * the notebook cannot be changed.
 */
export async function insertRemedy(
  cell: vscode.NotebookCell,
  record: RunRecord,
  rule: RuleName,
  trial: Trial
): Promise<vscode.NotebookCell | null> {
  const { notebook, index } = cell
  const known = notebook.getCells().find(other => isTrial(other, cell, record, trial))
  if (known !== undefined) {
    if (known.outputs.length === 0) run(notebook, known.index, known.index + 1)
    show(notebook, known.index)
    return known
  }
  const made = cellsFor(cell, trialText(cell, record, trial), trial, rule)
  const edit = new vscode.WorkspaceEdit()
  edit.set(notebook.uri, [vscode.NotebookEdit.insertCells(index + 1, made)])
  const count = notebook.cellCount
  if (!(await vscode.workspace.applyEdit(edit)) || notebook.cellCount === count) return null
  run(notebook, index + 1, index + 1 + made.length)
  show(notebook, index + 1)
  return notebook.cellAt(index + 1)
}

/** Whether `other` was inserted to try just that, and says so still. */
function isTrial(other: vscode.NotebookCell, cell: vscode.NotebookCell, record: RunRecord, trial: Trial): boolean {
  const note = repairNoteIn(other.metadata['extra'])
  if (note === null || note.cell !== cellId(cell.metadata)) return false
  const text = other.document.getText()
  return text === trialText(cell, record, trial, nameOfCell(text) ?? undefined)
}

/** The cell that tries, and the one that compares. */
function cellsFor(cell: vscode.NotebookCell, text: string, trial: Trial, rule: RuleName): vscode.NotebookCellData[] {
  const ids = idsOf(cell.notebook)
  const data = newCell(text, ids)
  data.metadata = {
    ...data.metadata,
    extra: withRepairNote({ cell: cellId(cell.metadata) ?? '', rule, titles: trial.titles })
  }
  const about = vscode.l10n.t('before and after: {0}', trialTitle(trial))
  const comparison = comparingCell([cell.document.getText(), text], about)
  return [data, ...(comparison === null ? [] : [newCell(comparison, ids)])]
}

/** In this order: a comparison copies what the others show then. Nobody waits for it, as that would be until all have run. */
const run = (notebook: vscode.NotebookDocument, start: number, end: number): void =>
  void vscode.commands.executeCommand('notebook.cell.execute', { ranges: [{ start, end }], document: notebook.uri })

/** The cell may be below a tall figure; what is selected stays so. */
function show(notebook: vscode.NotebookDocument, index: number): void {
  const editor = vscode.window.visibleNotebookEditors.find(each => each.notebook === notebook)
  editor?.revealRange(new vscode.NotebookRange(index, index + 1))
}
