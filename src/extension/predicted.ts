import * as vscode from 'vscode'
import { problemLines } from '../experiment'
import { predictCell, predictionText, preflight } from '../theory'
import { CellPages } from './cellPages'
import { readFirst } from './problems'

/** Shows what theory says of a cell layer by layer, in a document that follows the cell. */
export const predictedCells = (): CellPages =>
  new CellPages({
    scheme: 'gradnb-predicted',
    language: 'plaintext',
    title: place => vscode.l10n.t('Cell {0}, predicted', place),
    textOf
  })

function textOf(document: vscode.TextDocument): string {
  const parsed = readFirst(document)
  if (!parsed.ok)
    return `${vscode.l10n.t('This cell cannot run yet.')}\n${problemLines(document.getText(), parsed.problems)}\n`
  const { experiment } = parsed
  const named = { name: experiment.name ?? vscode.l10n.t('This net'), predicted: predictCell(experiment) }
  return `${predictionText(named, preflight(experiment))}\n`
}
