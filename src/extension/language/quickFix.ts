import * as vscode from 'vscode'

/** A quick fix that puts other texts into a document, for the problems that it solves. */
export function quickFix(
  title: string,
  document: vscode.TextDocument,
  edits: readonly vscode.TextEdit[],
  diagnostics: vscode.Diagnostic[]
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
  action.edit = new vscode.WorkspaceEdit()
  for (const { range, newText } of edits) action.edit.replace(document.uri, range, newText)
  action.diagnostics = diagnostics
  return action
}
