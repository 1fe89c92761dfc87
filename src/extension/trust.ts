import * as vscode from 'vscode'
import { COMMANDS } from './commandIds'
import { CONTROLLER_ID, NOTEBOOK_TYPE } from './ids'

/** Whether cells may read the user's files: in Restricted Mode they read what we ship, and nothing else. */
export const mayReadFiles = (): boolean => vscode.workspace.isTrusted

/** VS Code's own command that opens the page where a folder is trusted. */
const MANAGE_TRUST = 'workbench.trust.manage'

/** At a file that a cell names and that is not read in Restricted Mode: leads to the page where the folder is trusted. */
export class TrustActions implements vscode.CodeActionProvider {
  provideCodeActions(
    _document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext
  ): vscode.CodeAction[] {
    const unread = diagnostics.filter(({ code, source }) => source === 'gradnb' && code === 'unreadable-file')
    if (mayReadFiles() || unread.length === 0) return []
    const title = vscode.l10n.t('Trust this folder…')
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
    action.command = { title, command: MANAGE_TRUST }
    action.diagnostics = unread
    return [action]
  }
}

/**
 * The command that runs a cell, or all cells, without trust. VS Code's own commands ask for it before any cell of any notebook is run, as
 * those of others run code; ours cannot.
 */
export function runInRestrictedMode(
  { extension }: vscode.ExtensionContext,
  controller: vscode.NotebookController
): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.runRestricted, async (asked?: Partial<vscode.NotebookCell>) => {
    const notebook = vscode.window.activeNotebookEditor?.notebook
    if (notebook?.notebookType !== NOTEBOOK_TYPE) return
    // The toolbar of a notebook hands over something else.
    const meant = notebook.getCells().filter(cell => asked?.document === undefined || cell.document === asked.document)
    const experiments = meant.filter(({ kind }) => kind === vscode.NotebookCellKind.Code)
    await selectKernel(extension)
    await controller.executeHandler(experiments, notebook, controller)
  })
}

/** Until a cell has run, VS Code has only offered a kernel, also where there is no other. */
const selectKernel = ({ id }: vscode.Extension<unknown>): Thenable<unknown> =>
  vscode.commands.executeCommand('notebook.selectKernel', { id: CONTROLLER_ID, extension: id })
