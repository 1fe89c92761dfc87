import * as vscode from 'vscode'
import { ruleLabel, verdictOf, type Finding, type Severity } from '../diagnosis'
import type { RunRecord } from '../record'
import { visibleLine } from '../text'
import { COMMANDS } from './commandIds'
import type { Judged } from './findings'
import { statusItems } from './statusItem'

/** Under a cell: the worst that its run shows. Nothing where nothing is wrong. */
export function findingItems(
  cell: vscode.NotebookCell,
  { findings, record }: Judged
): vscode.NotebookCellStatusBarItem[] {
  const worst = findings.find(({ severity }) => severity !== 'info')
  if (worst === undefined) return []
  const [short, ...more] = partsOf(record, findings, worst)
  const items = statusItems({
    parts: [`$(${ICONS[worst.severity]}) ${short}`, ...more],
    whole: visibleLine(`${ruleLabel(worst.rule)}: ${worst.message}`),
    tooltip: `${visibleLine(worst.message)}\n${vscode.l10n.t('Click to see why.')}`,
    command: { title: '', command: COMMANDS.explain, arguments: [cell, worst.rule] }
  })
  return items.map(made => Object.assign(made, { priority: FIRST }))
}

/** Before the net's size. */
const FIRST = 1

const ICONS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'info' }

/** "Vanishing, hidden 1" and "since epoch 3"; "Exploding" and "diverged at step 2". */
function partsOf(record: RunRecord, findings: readonly Finding[], worst: Finding): readonly string[] {
  if (record.events.nonfinite !== null) return verdictOf(record, findings).labelParts
  const [layer] = worst.layers
  const where = layer === undefined ? '' : `, ${record.layers[layer]?.name ?? ''}`
  return [`${ruleLabel(worst.rule)}${where}`, ...since(worst)]
}

function since({ epoch }: Finding): readonly string[] {
  if (epoch === null) return []
  return [epoch === 0 ? vscode.l10n.t('before any update') : vscode.l10n.t('since epoch {0}', epoch)]
}
