import * as vscode from 'vscode'
import { problemLines } from '../experiment'
import { resolvedText } from '../language'
import { CellPages } from './cellPages'
import { CELL_LANGUAGE } from './ids'
import { netText } from './netText'
import { readFirst } from './problems'

/** Shows cells with every default filled in. */
export const resolvedCells = (): CellPages =>
  new CellPages({
    scheme: 'gradnb-resolved',
    language: CELL_LANGUAGE,
    title: place => vscode.l10n.t('Cell {0}, resolved', place),
    textOf
  })

function textOf(document: vscode.TextDocument): string {
  const parsed = readFirst(document)
  if (!parsed.ok)
    return commented(
      `${vscode.l10n.t('This cell cannot run yet.')}\n${problemLines(document.getText(), parsed.problems)}`
    )
  const about = vscode.l10n.t('Every value of this cell. To change one, write it in the cell.')
  return `${commented(`${about}\n${netText(parsed.experiment)}`)}\n${resolvedText(parsed.experiment)}`
}

const commented = (text: string): string => text.replace(/^/gm, '# ') + '\n'
