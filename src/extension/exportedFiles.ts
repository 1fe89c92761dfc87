import * as vscode from 'vscode'
import { formatNotebook } from '../notebook'
import {
  exportRemarks,
  filesOfCells,
  NothingToShare,
  shareIn,
  type Format,
  type Programs,
  type SharedFile,
  type ShareOptions
} from '../sharing'
import { visibleLine } from '../text'
import { readFiles, type Asking, type FileReaders } from './cellFiles'
import { documentNotebook } from './documentNotebook'
import type { Platform } from './platform'
import { userLimits } from './settings'

/** What exporting needs of the extension. */
export interface ExportParts extends FileReaders, Pick<Platform, 'spawnSharer'> {
  /** what an HTML page runs with */
  readonly readPrograms: () => Promise<Programs>
}

/** As what a notebook is exported; `file` is the name of what is made, without its folder. */
export interface Wanted {
  readonly format: Format
  readonly options: ShareOptions
  readonly file: string
}

/** An exported notebook: its files, the one that was asked for first, and what it lacks, a sentence each. */
export interface Made {
  readonly files: readonly SharedFile[]
  readonly remarks: readonly string[]
}

/** The notebook as it stands in its editor as the files of another program. Rejects with `NothingToShare`. */
export async function exportedFiles(
  document: vscode.NotebookDocument,
  { format, options, file }: Wanted,
  parts: ExportParts
): Promise<Made> {
  const notebook = documentNotebook(document)
  const limits = userLimits()
  const asking: Asking = { notebook: document, limits, signal: new AbortController().signal }
  const files = await filesOfCells(notebook, { format, options, limits }, names => readFiles(names, asking, parts))
  const programs = format === 'html' && options.runs ? await parts.readPrograms() : null
  const request = { ...options, notebook: formatNotebook(notebook), format, file, files, limits, programs }
  const shared = await shareIn(await parts.spawnSharer(), request)
  return { files: shared.files, remarks: [...exportRemarks(notebook, { format, files, limits }), ...shared.leftOut] }
}

/** Asks where to write, at first beside the notebook under its name with another ending; `filters`: kinds of files and their endings. */
export function askPlace(
  notebook: vscode.Uri,
  ending: string,
  { filters, title }: { readonly filters: Record<string, string[]>; readonly title: string }
): Thenable<vscode.Uri | undefined> {
  const name = nameOf(notebook).replace(/\.gradnb$/, '') + ending
  const folder = folderOf(notebook)
  return vscode.window.showSaveDialog({ defaultUri: folder && vscode.Uri.joinPath(folder, name), filters, title })
}

/** Where a notebook lies; one that was never saved, in the folder of the window if there is one. */
const folderOf = (notebook: vscode.Uri): vscode.Uri | undefined =>
  notebook.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(notebook, '..')

/** Shows that something takes its time. */
export const waiting = <T>(work: () => Promise<T>): Thenable<T> =>
  vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Exporting the notebook') },
    work
  )

/** Where files were written: what was asked for, and the file in it to look at. */
export interface Written {
  readonly place: vscode.Uri
  readonly first: vscode.Uri
}

export async function write(place: vscode.Uri, files: readonly SharedFile[]): Promise<Written> {
  const folder = vscode.Uri.joinPath(place, '..')
  for (const { path, bytes } of files) await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), bytes)
  return { place, first: vscode.Uri.joinPath(folder, files[0]!.path) }
}

export const nameOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1)

/** Says where the files are, and offers to open them and to show them in their folder. */
export async function tellWritten(
  { place, first }: Written,
  format: Format | 'gradnb',
  remarks: readonly string[] = []
): Promise<void> {
  const [open, reveal] = [vscode.l10n.t('Open'), vscode.l10n.t('Show in Folder')]
  const where = place.scheme === 'file' ? place.fsPath : place.path
  const message = vscode.l10n.t('The notebook was exported to {0}.', visibleLine(where))
  const revealing = revealCommand(place)
  const chosen = await tellWith(remarks, message, open, ...(revealing === null ? [] : [reveal]))
  if (chosen === open) await opened(first, format)
  if (chosen === reveal && revealing !== null) await vscode.commands.executeCommand(revealing, first)
}

/** More than a few find no room in a notification. */
const MOST_REMARKS = 3

/** Tells a sentence and after it what an export lacks, if anything, as a warning; gives the button that was pressed. */
export function tellWith(
  remarks: readonly string[],
  sentence: string,
  ...buttons: readonly string[]
): Thenable<string | undefined> {
  const tell = remarks.length === 0 ? vscode.window.showInformationMessage : vscode.window.showWarningMessage
  return tell(withRemarks(sentence, remarks), ...buttons)
}

function withRemarks(sentence: string, remarks: readonly string[]): string {
  const more = remarks.length - MOST_REMARKS
  return [
    sentence,
    ...remarks.slice(0, MOST_REMARKS).map(remark => `${remark[0]!.toUpperCase()}${visibleLine(remark.slice(1))}.`),
    ...(more > 0 ? [vscode.l10n.t('More remarks like these: {0}.', more)] : [])
  ].join(' ')
}

/** A page is for a browser, where there is one beside VS Code that finds the file. */
const opened = (file: vscode.Uri, format: Format | 'gradnb'): Thenable<unknown> =>
  format === 'html' && isOnThisDesktop(file)
    ? vscode.env.openExternal(file)
    : vscode.commands.executeCommand('vscode.open', file)

/** Null where nothing shows files outside the workspace. */
function revealCommand(file: vscode.Uri): string | null {
  if (isOnThisDesktop(file)) return 'revealFileInOS'
  return vscode.workspace.getWorkspaceFolder(file) ? 'revealInExplorer' : null
}

const isOnThisDesktop = ({ scheme }: vscode.Uri): boolean =>
  scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined

/** Says why there is no file; throws what is no such reason. */
export function tellFailure(error: unknown): void {
  if (!(error instanceof NothingToShare || error instanceof vscode.FileSystemError)) throw error
  const reason = visibleLine(error.message)
  void vscode.window.showErrorMessage(vscode.l10n.t('The notebook was not exported: {0}', reason))
}
