import * as vscode from 'vscode'
import { DEFAULT_OPTIONS, FORMAT_NAMES, FORMATS, isFolder, type Format } from '../sharing'
import {
  askPlace,
  exportedFiles,
  nameOf,
  tellFailure,
  tellWritten,
  waiting,
  write,
  type ExportParts
} from './exportedFiles'
import { NOTEBOOK_TYPE } from './ids'

/** What a keybinding, or another extension, can say in advance. */
export interface ExportRequest {
  readonly to?: Format
  readonly out?: vscode.Uri
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
    const wanted = { format, options: DEFAULT_OPTIONS, file: nameOf(place) }
    const { files, remarks } = await waiting(() => exportedFiles(notebook, wanted, parts))
    void tellWritten(await write(place, files), format, remarks)
  } catch (error) {
    tellFailure(error)
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
  pdf: { label: 'PDF', detail: vscode.l10n.t('The figures as vectors, a page each, with captions for a paper') },
  tex: {
    label: 'LaTeX',
    detail: vscode.l10n.t('A folder with the figures for pgfplots, their numbers, and a document that shows them all')
  },
  csv: { label: 'CSV', detail: vscode.l10n.t('Every number of every layer and epoch, for a spreadsheet') },
  json: { label: 'JSON', detail: vscode.l10n.t('All that the runs recorded, for a program') }
})

function choosePlace(notebook: vscode.Uri, format: Format): Thenable<vscode.Uri | undefined> {
  const filters = isFolder(format) ? {} : { [formatLabels()[format].label]: [FORMATS[format].slice(1)] }
  return askPlace(notebook, FORMATS[format], { filters, title: vscode.l10n.t('Export the notebook as') })
}
