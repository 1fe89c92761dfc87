import * as vscode from 'vscode'
import { mergeConflict } from '../experiment'
import { visibleLine } from '../text'
import { diagnosticOf } from './diagnostics'
import { NOTEBOOK_TYPE } from './ids'

/** Where a notebook's metadata in VS Code say how many of its cells show both versions of a merge; no file has it. */
export const CONFLICTS_KEY = 'conflicts'

/** Says so when a notebook opens in which git could not merge two versions, and underlines where prose shows both; experiments do anyway. */
export function tellConflicts(): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('gradnb conflicts')
  const check = (notebook: vscode.NotebookDocument) => {
    if (notebook.notebookType !== NOTEBOOK_TYPE) return
    for (const { kind, document } of notebook.getCells())
      if (kind === vscode.NotebookCellKind.Markup) collection.set(document.uri, problemsOf(document))
  }
  const opened = (notebook: vscode.NotebookDocument) => {
    check(notebook)
    if (notebook.notebookType === NOTEBOOK_TYPE) tell(notebook)
  }
  vscode.workspace.notebookDocuments.forEach(opened)
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenNotebookDocument(opened),
    vscode.workspace.onDidChangeNotebookDocument(({ notebook }) => check(notebook)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri))
  )
}

function problemsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  const problem = mergeConflict(document.getText())
  return problem === null ? [] : [diagnosticOf(document, problem)]
}

/** An older version, as of a commit, is not the one to resolve. */
function tell({ uri, metadata }: vscode.NotebookDocument): void {
  const conflicts: unknown = metadata[CONFLICTS_KEY]
  if (typeof conflicts !== 'number' || uri.scheme === 'git') return
  const name = visibleLine(uri.path.slice(uri.path.lastIndexOf('/') + 1))
  void vscode.window.showWarningMessage(sentence(name, conflicts))
}

function sentence(name: string, conflicts: number): string {
  if (conflicts === 0)
    return vscode.l10n.t('{0} held a merge conflict in outputs or places only, and it is resolved. Save the notebook to write that.', name) // prettier-ignore
  return conflicts === 1
    ? vscode.l10n.t('{0} holds an unresolved merge conflict: one cell shows both versions. Choose one, with the light bulb at <<<<<<<, and save.', name) // prettier-ignore
    : vscode.l10n.t('{0} holds an unresolved merge conflict: {1} cells show both versions. Choose one in each, with the light bulb at <<<<<<<, and save.', name, conflicts) // prettier-ignore
}
