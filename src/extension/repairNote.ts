import * as vscode from 'vscode'
import { attemptText, isRuleName, isWorse, loud, newErrors, standingOf, type RuleName } from '../diagnosis'
import { visibleLine } from '../text'
import { cellId } from './cellData'
import type { Findings } from './findings'
import { statusItem } from './statusItem'

/** The key under which a cell of a file says what it is to repair. */
export const REPAIRS_KEY = 'repairs'

/** What a cell is to repair. */
interface RepairNote {
  /** the first cell's id */
  readonly cell: string
  readonly rule: RuleName
  /** what was changed */
  readonly titles: readonly string[]
}

/** Under a cell that was inserted as a remedy: whether it helped, by its run and that of the first cell; nothing until both are known. */
export function repairItems(cell: vscode.NotebookCell, findings: Findings): vscode.NotebookCellStatusBarItem[] {
  const note = noteOf(cell)
  const first = note && cell.notebook.getCells().find(other => cellId(other.metadata) === note.cell)
  const [before, after] = [first && findings.of(first), note && findings.of(cell)]
  if (!note || !before || !after) return []
  const [then, now] = [standingOf(before.record), standingOf(after.record)]
  const clears = loud(now).every(({ rule }) => rule !== note.rule) && newErrors(now, then).length === 0
  const helped = clears && !isWorse(now, then)
  const judged = { titles: note.titles, edits: {}, after: now, clears, isWorse: isWorse(now, then) }
  const text = helped ? vscode.l10n.t('This repaired it') : vscode.l10n.t('This did not help')
  const made = statusItem(
    `$(${helped ? 'pass' : 'circle-slash'}) ${text}`,
    visibleLine(attemptText(judged, then, note.rule))
  )
  made.priority = FIRST
  return [made]
}

/** Before the net's size, and before what else is found. */
const FIRST = 2

function noteOf({ metadata }: vscode.NotebookCell): RepairNote | null {
  const note = (metadata['extra'] as { readonly [key: string]: unknown } | undefined)?.[REPAIRS_KEY]
  const { cell, rule, titles } = (note ?? {}) as { readonly [key: string]: unknown }
  if (typeof cell !== 'string' || !isRuleName(rule) || !Array.isArray(titles)) return null
  return { cell, rule, titles: titles.filter(title => typeof title === 'string') }
}
