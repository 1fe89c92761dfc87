import * as vscode from 'vscode'
import { NOTEBOOK_TYPE } from './ids'
import type { Platform } from './platform'

/** Why VS Code lets nobody save a notebook's file. */
export type ReadOnlyReason = 'fileSystem' | 'setting' | 'permissions' | 'file'

/**
 * Tells which notebooks are read-only, as far as an extension can know: not of those that a person made so for the session. VS Code lets
 * extensions change them all the same, and what they changed cannot be saved.
 */
export class ReadOnly {
  constructor(private readonly isLocked: Platform['isLocked']) {}

  /** Why the notebook of `cell` is read-only; null where it is not. In the order in which VS Code asks. */
  async reason({ notebook: { uri }, document }: vscode.NotebookCell): Promise<ReadOnlyReason | null> {
    if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return 'fileSystem'
    const files = vscode.workspace.getConfiguration('files', uri)
    if (anyMatches(files.get('readonlyInclude'), document, uri))
      return anyMatches(files.get('readonlyExclude'), document, uri) ? null : 'setting'
    if (files.get('readonlyFromPermissions') === true && (await this.lockedAt(uri))) return 'permissions'
    return (await isReadOnlyFile(uri)) ? 'file' : null
  }

  /** Whether nothing is to be inserted below `cell`, as that could not be saved; then the person is told why, and offered to save a copy. */
  async refuses(cell: vscode.NotebookCell): Promise<boolean> {
    const reason = await this.reason(cell)
    if (reason !== null) void tell(reason)
    return reason !== null
  }

  private async lockedAt({ scheme, fsPath }: vscode.Uri): Promise<boolean> {
    return scheme === 'file' && this.isLocked !== null && this.isLocked(fsPath)
  }
}

/** Whether a glob of a setting, as {glob: true}, is about the file. It is relative to the file's folder of the workspace, if it lies in one. */
function anyMatches(globs: unknown, document: vscode.TextDocument, uri: vscode.Uri): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri)
  const isMatch = (pattern: vscode.GlobPattern) =>
    vscode.languages.match({ notebookType: NOTEBOOK_TYPE, pattern }, document) > 0
  return Object.entries((globs ?? {}) as Readonly<Record<string, unknown>>).some(
    ([glob, isOn]) =>
      isOn === true && (isMatch(glob) || (!!folder && isMatch(new vscode.RelativePattern(folder, glob))))
  )
}

const isReadOnlyFile = (uri: vscode.Uri): Thenable<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    ({ permissions = 0 }) => (permissions & vscode.FilePermission.Readonly) !== 0,
    () => false // it has no file yet
  )

async function tell(reason: ReadOnlyReason): Promise<void> {
  const copy = vscode.l10n.t('Save a Copy…')
  const chosen = await vscode.window.showWarningMessage(sentenceOf(reason), copy)
  if (chosen === copy) await vscode.commands.executeCommand('workbench.action.files.saveAs')
}

/** What is in the way, and what to do. */
function sentenceOf(reason: ReadOnlyReason): string {
  const remedy = vscode.l10n.t(
    'No cell was inserted, as it could not be saved. Save a copy of the notebook, and try it there.'
  )
  return `${causeOf(reason)} ${remedy}`
}

function causeOf(reason: ReadOnlyReason): string {
  switch (reason) {
    case 'fileSystem':
      return vscode.l10n.t('This notebook is in a place where nothing can be saved.')
    case 'setting':
      return vscode.l10n.t('The setting files.readonlyInclude makes this notebook read-only.')
    case 'permissions':
      return vscode.l10n.t(
        'The file of this notebook is write-protected, and the setting files.readonlyFromPermissions makes it read-only.'
      )
    case 'file':
      return vscode.l10n.t('The file of this notebook is read-only.')
    default:
      return reason satisfies never
  }
}
