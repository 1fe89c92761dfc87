import * as vscode from 'vscode'
import { decadesNumber, type Foretold, type Instead, type Preflight } from '../theory'
import { COMMANDS } from './commandIds'
import { statusItem } from './statusItem'

/** The line under a cell that says what theory expects of its net, before it is trained; and what would do better. */
export function preflightItems(cell: vscode.NotebookCell, told: Preflight): vscode.NotebookCellStatusBarItem[] {
  switch (told.kind) {
    case 'shallow':
      return []
    case 'uncovered':
      return [item(cell, `$(question) ${vscode.l10n.t('theory does not cover this net')}`, told.why)]
    case 'foretold':
      return [
        item(cell, `$(${ICONS[told.severity]}) ${courseText(told)}`, about(told)),
        ...insteadItems(cell, told)
      ].map(made => (told.severity === 'none' ? made : Object.assign(made, { priority: FIRST })))
  }
}

/** VS Code leaves out what finds no room, from the right, and cuts what is longer than half: a warning comes before the net's size. */
const FIRST = 1

const ICONS: Readonly<Record<Foretold['severity'], string>> = { none: 'pulse', warning: 'warning', error: 'warning' }

function item(cell: vscode.NotebookCell, text: string, tooltip: string): vscode.NotebookCellStatusBarItem {
  const made = statusItem(text, `${tooltip}\n${vscode.l10n.t('Click to see every layer.')}`)
  made.command = { title: '', command: COMMANDS.predict, arguments: [cell] }
  return made
}

function courseText({ decades, severity, from, to }: Foretold): string {
  const size = decadesNumber(decades)
  if (decades === -Infinity) return vscode.l10n.t('no signal gets from {0} to {1}', from, to)
  if (severity === 'none') return vscode.l10n.t('keeps its signal')
  return decades < 0
    ? vscode.l10n.t('loses {0} decades from {1} to {2}', size, from, to)
    : vscode.l10n.t('grows by {0} decades from {1} to {2}', size, from, to)
}

function insteadItems(cell: vscode.NotebookCell, { instead }: Foretold): vscode.NotebookCellStatusBarItem[] {
  if (instead === null) return []
  const tooltip = vscode.l10n.t('The same net with another start, by the same theory.')
  return [item(cell, `$(lightbulb) ${insteadText(instead)}`, tooltip)]
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
