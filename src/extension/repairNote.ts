import * as vscode from 'vscode'
import { repairNoteIn, repairOutcome } from '../diagnosis'
import { visibleLine } from '../text'
import { cellId } from './cellData'
import type { Findings } from './findings'
import { statusItem } from './statusItem'

/** Under a cell that was inserted as a remedy: whether it helped, by its run and that of the first cell; nothing until both are known. */
export function repairItems(cell: vscode.NotebookCell, findings: Findings): vscode.NotebookCellStatusBarItem[] {
  const note = repairNoteIn(cell.metadata['extra'])
  const first = note && cell.notebook.getCells().find(other => cellId(other.metadata) === note.cell)
  const [before, after] = [first && findings.of(first), note && findings.of(cell)]
  if (!note || !before || !after) return []
  const { helped, text } = repairOutcome(note, before.record, after.record)
  const told = helped ? vscode.l10n.t('This repaired it') : vscode.l10n.t('This did not help')
  const made = statusItem(`$(${helped ? 'pass' : 'circle-slash'}) ${told}`, visibleLine(text))
  made.priority = FIRST
  return [made]
}

/** Before the net's size, and before what else is found. */
const FIRST = 2
