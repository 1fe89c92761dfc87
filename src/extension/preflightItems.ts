import * as vscode from 'vscode'
import { decadesNumber, type Foretold, type Instead, type Preflight } from '../theory'
import { COMMANDS } from './commandIds'
import { statusItems, withoutIcons } from './statusItem'

/** The line under a cell that says what theory expects of its net, before it is trained; and what would do better. */
export function preflightItems(cell: vscode.NotebookCell, told: Preflight): vscode.NotebookCellStatusBarItem[] {
  switch (told.kind) {
    case 'shallow':
      return []
    case 'uncovered':
      return items(cell, [`$(question) ${vscode.l10n.t('theory does not cover this net')}`], told.why)
    case 'foretold':
      return [...courseItems(cell, told), ...insteadItems(cell, told)].map(made =>
        told.severity === 'none' ? made : Object.assign(made, { priority: FIRST })
      )
  }
}

/** A warning comes before the net's size. */
const FIRST = 1

const ICONS: Readonly<Record<Foretold['severity'], string>> = { none: 'pulse', warning: 'warning', error: 'warning' }

const items = (
  cell: vscode.NotebookCell,
  parts: readonly string[],
  tooltip: string
): vscode.NotebookCellStatusBarItem[] =>
  statusItems({
    parts,
    whole: withoutIcons(parts.join(' ')),
    tooltip: `${tooltip}\n${vscode.l10n.t('Click to see every layer.')}`,
    command: { title: '', command: COMMANDS.predict, arguments: [cell] }
  })

function courseItems(cell: vscode.NotebookCell, told: Foretold): vscode.NotebookCellStatusBarItem[] {
  const { from, to, decades, severity } = told
  const isHarmless = severity === 'none' && decades !== -Infinity
  const where = isHarmless ? [] : [vscode.l10n.t('from {0} to {1}', from, to)]
  const parts = [courseText(told), ...where]
  const tooltip = isHarmless ? about(told) : `${sentence(parts.join(' '))} ${about(told)}`
  return items(cell, [`$(${ICONS[severity]}) ${parts[0]}`, ...where], tooltip)
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

function courseText({ decades, severity }: Foretold): string {
  const size = decadesNumber(decades)
  if (decades === -Infinity) return vscode.l10n.t('no signal gets through')
  if (severity === 'none') return vscode.l10n.t('keeps its signal')
  return decades < 0 ? vscode.l10n.t('loses {0} decades', size) : vscode.l10n.t('grows by {0} decades', size)
}

function insteadItems(cell: vscode.NotebookCell, { instead }: Foretold): vscode.NotebookCellStatusBarItem[] {
  if (instead === null) return []
  const tooltip = vscode.l10n.t('The same net with another start, by the same theory.')
  return items(cell, [`$(lightbulb) ${insteadText(instead)}`], tooltip)
}

function insteadText({ activation, initializer, decades }: Instead): string {
  const size = decadesNumber(decades)
  if (size === '0.0') return vscode.l10n.t('{0} with {1} keeps it', activation, initializer)
  return decades < 0
    ? vscode.l10n.t('{0} with {1} loses {2}', activation, initializer, size)
    : vscode.l10n.t('{0} with {1} grows by {2}', activation, initializer, size)
}

function about({ decades, from, to }: Foretold): string {
  const before = vscode.l10n.t('Mean-field theory, before any training.')
  if (!Number.isFinite(decades)) return before
  const times = (10 ** decades).toPrecision(2)
  return `${before} ${vscode.l10n.t('The error signal at {0} is about {1} times that at {2}.', to, times, from)}`
}
