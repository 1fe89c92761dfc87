import * as vscode from 'vscode'
import { repairNoteIn, repairOutcome, ruleLabel, type RepairOutcome, type RuleName } from '../diagnosis'
import { visibleLine } from '../text'
import { cellId } from './cellData'
import type { Findings } from './findings'
import { statusItems, withoutIcons } from './statusItem'

/** Under a cell that was inserted as a remedy: whether it helped, by its run and that of the first cell; nothing until both are known. */
export function repairItems(cell: vscode.NotebookCell, findings: Findings): vscode.NotebookCellStatusBarItem[] {
  const note = repairNoteIn(cell.metadata['extra'])
  const first = note && cell.notebook.getCells().find(other => cellId(other.metadata) === note.cell)
  const [before, after] = [first && findings.of(first), note && findings.of(cell)]
  if (!note || !before || !after) return []
  const outcome = repairOutcome(note, before.record, after.record)
  const parts = partsOf(outcome, note.rule)
  const items = statusItems({ parts, whole: withoutIcons(parts.join(', ')), tooltip: visibleLine(outcome.text) })
  return items.map(made => Object.assign(made, { priority: FIRST }))
}

/** A finding that is gone is not the whole of it: the loss says whether the net now learns. */
function partsOf({ helped, lowered }: RepairOutcome, rule: RuleName): readonly string[] {
  if (!helped) return [`$(circle-slash) ${vscode.l10n.t('This did not help')}`]
  if (lowered) return [`$(pass) ${vscode.l10n.t('This repaired it')}`]
  return [`$(pass) ${vscode.l10n.t('“{0}” is gone', ruleLabel(rule))}`, vscode.l10n.t('the loss is as it was')]
}

/** Before the net's size, and before what else is found. */
const FIRST = 2
