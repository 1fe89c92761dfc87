import * as vscode from 'vscode'
import { messageOf, visibleLine } from '../text'

/** Asks where, beside the notebook, and writes the file there. */
export async function saveBytes(notebook: vscode.Uri, name: string, bytes: Uint8Array): Promise<void> {
  const safe = name.replace(/[\\/:*?"<>|]/g, '-')
  const folder = notebook.scheme === 'untitled' ? undefined : vscode.Uri.joinPath(notebook, '..')
  const chosen = await vscode.window.showSaveDialog({
    defaultUri: folder && vscode.Uri.joinPath(folder, safe),
    title: vscode.l10n.t('Save {0}', safe)
  })
  if (!chosen) return
  try {
    await vscode.workspace.fs.writeFile(chosen, bytes)
  } catch (error) {
    const reason = messageOf(error)
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} was not saved: {1}', safe, visibleLine(reason)))
  }
}
