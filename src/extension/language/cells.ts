import * as vscode from 'vscode'
import { CELL_LANGUAGE } from '../ids'

/** The experiment cells of the notebook that `document` is a cell of, in their order; else `document` alone. */
export function cellTexts(document: vscode.TextDocument): vscode.TextDocument[] {
  const notebook = vscode.workspace.notebookDocuments.find(one =>
    one.getCells().some(cell => cell.document === document)
  )
  const cells = notebook?.getCells().map(cell => cell.document) ?? [document]
  return cells.filter(({ languageId }) => languageId === CELL_LANGUAGE)
}
