import * as vscode from 'vscode'
import type { Problem } from '../experiment'
import { CELL_LANGUAGE } from './ids'
import { cellTexts } from './language/cells'
import { mayNameOthers, readCell } from './problems'

/** Shows the problems of every experiment cell as it is typed. */
export function showProblems(): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('gradnb')
  const update = (document: vscode.TextDocument) => {
    if (document.languageId === CELL_LANGUAGE) collection.set(document.uri, diagnosticsOf(document))
  }
  const updateAll = () => vscode.workspace.textDocuments.forEach(update)
  /** Those that may name a cell that has changed. */
  const updateOthers = (cells: readonly vscode.TextDocument[]) =>
    cells.filter(cell => mayNameOthers(cell.getText())).forEach(update)
  updateAll()
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(update),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      update(document)
      if (document.languageId === CELL_LANGUAGE) updateOthers(cellTexts(document))
    }),
    vscode.workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
      if (contentChanges.length > 0) updateOthers(notebook.getCells().map(({ document }) => document))
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    vscode.workspace.onDidChangeConfiguration(change => change.affectsConfiguration('gradnb.limits') && updateAll())
  )
}

/** An empty cell is no problem until it is run. */
function diagnosticsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  const result = readCell(document)
  if (result.ok) return []
  return result.problems
    .filter(problem => problem.code !== 'empty-cell')
    .map(problem => diagnosticOf(document, problem))
}

/** A problem of a cell as VS Code underlines it. */
export function diagnosticOf(document: vscode.TextDocument, problem: Problem): vscode.Diagnostic {
  const { start, end, message, code } = problem
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end))
  const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error)
  diagnostic.source = 'gradnb'
  diagnostic.code = code
  return diagnostic
}
