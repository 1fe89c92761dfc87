import * as vscode from 'vscode'
import { formatNotebook } from '../notebook'
import {
  DEFAULT_OPTIONS,
  filesOfCells,
  FORMAT_NAMES,
  FORMATS,
  isFolder,
  NothingToShare,
  shareIn,
  type Format,
  type Programs,
  type SharedFile
} from '../sharing'
import { visibleLine } from '../text'
import { readFiles, type Asking, type FileReaders } from './cellFiles'
import { documentNotebook } from './documentNotebook'
import { NOTEBOOK_TYPE } from './ids'
import { userLimits } from './settings'
import type { Platform } from './platform'

/** What a keybinding, or another extension, can say in advance. */
export interface ExportRequest {
  readonly to?: Format
  readonly out?: vscode.Uri
}

/** What exporting needs of the extension. */
export interface ExportParts extends FileReaders, Pick<Platform, 'spawnSharer'> {
  /** what an HTML page runs with */
  readonly readPrograms: () => Promise<Programs>
}

/** Menus hand over something else. */
export const isExportRequest = (value: unknown): value is ExportRequest =>
  FORMAT_NAMES.includes((value as ExportRequest | undefined)?.to as Format)

/** Asks as what and where to, unless that is said already, and writes the notebook in front there. Runs nothing. */
export async function exportNotebook(parts: ExportParts, asked: ExportRequest): Promise<void> {
  const notebook = vscode.window.activeNotebookEditor?.notebook
  if (notebook?.notebookType !== NOTEBOOK_TYPE) return
  const format = asked.to ?? (await chooseFormat())
  const place = asked.out ?? (format && (await choosePlace(notebook.uri, format)))
  if (!format || !place) return
  try {
    const files = await waiting(() => shared(notebook, format, nameOf(place), parts))
    await write(place, files)
    void offerToOpen(place, vscode.Uri.joinPath(place, '..', files[0]!.path))
  } catch (error) {
    if (!(error instanceof NothingToShare || error instanceof vscode.FileSystemError)) throw error
    const reason = visibleLine(error.message)
    void vscode.window.showErrorMessage(vscode.l10n.t('The notebook was not exported: {0}', reason))
  }
}

async function chooseFormat(): Promise<Format | undefined> {
  const labels = formatLabels()
  const items = FORMAT_NAMES.map(format => ({ format, ...labels[format] }))
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Export the notebook as') })
  return chosen?.format
}

/** What is said of each format. */
const formatLabels = (): Readonly<Record<Format, { readonly label: string; readonly detail: string }>> => ({
  html: {
    label: 'HTML',
    detail: vscode.l10n.t('One page that needs no network: cells can be changed and run in it, with the same bits')
  },
  md: {
    label: 'Markdown',
    detail: vscode.l10n.t('Text with pictures in a folder beside it, for GitHub and other pages')
  },
  ipynb: { label: 'Jupyter', detail: vscode.l10n.t('A Jupyter notebook with the cells as text and the figures') },
  pytorch: {
    label: 'PyTorch',
    detail: vscode.l10n.t('A folder with a script for each cell, with its data and first weights')
  },
  csv: { label: 'CSV', detail: vscode.l10n.t('Every number of every layer and epoch, for a spreadsheet') },
  json: { label: 'JSON', detail: vscode.l10n.t('All that the runs recorded, for a program') }
})

function choosePlace(notebook: vscode.Uri, format: Format): Thenable<vscode.Uri | undefined> {
  const name = nameOf(notebook).replace(/\.gradnb$/, '') + FORMATS[format]
  const folder = notebook.scheme === 'untitled' ? undefined : vscode.Uri.joinPath(notebook, '..')
  return vscode.window.showSaveDialog({
    defaultUri: folder && vscode.Uri.joinPath(folder, name),
    filters: isFolder(format) ? {} : { [formatLabels()[format].label]: [FORMATS[format].slice(1)] },
    title: vscode.l10n.t('Export the notebook as')
  })
}

const nameOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1)

const waiting = <T>(work: () => Promise<T>): Thenable<T> =>
  vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Exporting the notebook') },
    work
  )

async function shared(
  document: vscode.NotebookDocument,
  format: Format,
  file: string,
  parts: ExportParts
): Promise<readonly SharedFile[]> {
  const notebook = documentNotebook(document)
  const asking: Asking = { notebook: document, limits: userLimits(), signal: new AbortController().signal }
  const files = await filesOfCells(notebook, format, DEFAULT_OPTIONS, names => readFiles(names, asking, parts))
  const programs = format === 'html' ? await parts.readPrograms() : null
  const request = { ...DEFAULT_OPTIONS, notebook: formatNotebook(notebook), format, file, files, programs }
  return shareIn(await parts.spawnSharer(), request)
}

async function write(place: vscode.Uri, files: readonly SharedFile[]): Promise<void> {
  const folder = vscode.Uri.joinPath(place, '..')
  for (const { path, bytes } of files) await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), bytes)
}

/** `first`: the file to open, where the place is a folder. */
async function offerToOpen(place: vscode.Uri, first: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open')
  const message = vscode.l10n.t('The notebook was exported to {0}.', nameOf(place))
  if ((await vscode.window.showInformationMessage(message, open)) === open)
    await vscode.commands.executeCommand('vscode.open', first)
}
