import * as vscode from 'vscode'
import { ruleLabel, verdictOf, type Finding, type Severity } from '../diagnosis'
import type { RunRecord } from '../record'
import { visibleLine } from '../text'
import { COMMANDS } from './commandIds'
import type { Judged } from './findings'
import { statusItem } from './statusItem'

/** Under a cell: the worst that its run shows. Nothing where nothing is wrong. */
export function findingItems(
  cell: vscode.NotebookCell,
  { findings, record }: Judged
): vscode.NotebookCellStatusBarItem[] {
  const worst = findings.find(({ severity }) => severity !== 'info')
  if (worst === undefined) return []
  const text = `$(${ICONS[worst.severity]}) ${shortText(record, findings, worst)}`
  const made = statusItem(text, `${visibleLine(worst.message)}\n${vscode.l10n.t('Click to see why.')}`)
  made.accessibilityInformation = { label: visibleLine(`${ruleLabel(worst.rule)}: ${worst.message}`), role: 'button' }
  made.command = { title: '', command: COMMANDS.explain, arguments: [cell, worst.rule] }
  made.priority = FIRST
  return [made]
}

/** VS Code leaves out what finds no room, from the right. */
const FIRST = 1

const ICONS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'info' }

/** "Vanishing, hidden 1, since epoch 3"; "Exploding, diverged at step 2". */
function shortText(record: RunRecord, findings: readonly Finding[], worst: Finding): string {
  if (record.events.nonfinite !== null) return verdictOf(record, findings).label
  const [layer] = worst.layers
  const where = layer === undefined ? '' : `, ${record.layers[layer]?.name ?? ''}`
  return `${ruleLabel(worst.rule)}${where}${since(worst)}`
}

function since({ epoch }: Finding): string {
  if (epoch === null) return ''
  return epoch === 0 ? `, ${vscode.l10n.t('before any update')}` : `, ${vscode.l10n.t('since epoch {0}', epoch)}`
}
