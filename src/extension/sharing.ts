import * as vscode from 'vscode'
import { formatNotebook } from '../notebook'
import { DEFAULT_OPTIONS, FORMATS, isFolder, type Format } from '../sharing'
import { documentNotebook } from './documentNotebook'
import {
  askPlace,
  exportedFiles,
  nameOf,
  tellFailure,
  tellWith,
  tellWritten,
  waiting,
  write,
  type ExportParts
} from './exportedFiles'
import { NOTEBOOK_TYPE } from './ids'

/** As what a notebook is handed to others. */
const SHAPES = ['notebook', 'sources', 'html', 'md', 'clipboard', 'pytorch'] as const
type Shape = (typeof SHAPES)[number]

/** What a keybinding, or another extension, can say in advance. */
export interface ShareAsked {
  readonly as?: Shape
  readonly out?: vscode.Uri
}

/** Menus hand over something else. */
export const isShareAsked = (value: unknown): value is ShareAsked =>
  SHAPES.includes((value as ShareAsked | undefined)?.as as Shape)

/**
 * Asks in which form, and where to, unless that is said already, and makes something of the notebook in front that can be sent to others. No
 * server and no account has a part in it, and nothing runs.
 */
export async function shareNotebook(parts: ExportParts, asked: ShareAsked): Promise<void> {
  const document = vscode.window.activeNotebookEditor?.notebook
  if (document?.notebookType !== NOTEBOOK_TYPE) return
  const shape = asked.as ?? (await chooseShape())
  if (shape === undefined) return
  try {
    if (shape === 'clipboard') await copy(document, parts)
    else await save(document, shape, asked.out, parts)
  } catch (error) {
    tellFailure(error)
  }
}

async function chooseShape(): Promise<Shape | undefined> {
  const labels = shapeLabels()
  const items = SHAPES.map(shape => ({ shape, ...labels[shape] }))
  const title = vscode.l10n.t('Share the notebook')
  return (await vscode.window.showQuickPick(items, { title, matchOnDetail: true }))?.shape
}

/** What is said of each form. */
const shapeLabels = (): Readonly<Record<Shape, { readonly label: string; readonly detail: string }>> => ({
  notebook: {
    label: `$(notebook) ${vscode.l10n.t('Notebook')}`,
    detail: vscode.l10n.t('A copy of the file with its outputs, which others can verify')
  },
  sources: {
    label: `$(notebook-template) ${vscode.l10n.t('Notebook without outputs')}`,
    detail: vscode.l10n.t('A copy of the file for others to run themselves')
  },
  html: {
    label: `$(browser) ${vscode.l10n.t('Web page')}`,
    detail: vscode.l10n.t('One HTML file that runs in any browser, without VS Code and without a network')
  },
  md: {
    label: `$(markdown) ${vscode.l10n.t('Markdown')}`,
    detail: vscode.l10n.t('One file with its pictures in it, for a gist or a wiki')
  },
  clipboard: {
    label: `$(clippy) ${vscode.l10n.t('Markdown on the clipboard')}`,
    detail: vscode.l10n.t('The same, to be pasted')
  },
  pytorch: {
    label: `$(file-code) ${vscode.l10n.t('PyTorch')}`,
    detail: vscode.l10n.t('A folder with a script for each cell, with its data and first weights')
  }
})

async function copy(document: vscode.NotebookDocument, parts: ExportParts): Promise<void> {
  const wanted = { format: 'md', options: { ...DEFAULT_OPTIONS, embed: true }, file: 'notebook.md' } as const
  const { files, remarks } = await waiting(() => exportedFiles(document, wanted, parts))
  await vscode.env.clipboard.writeText(new TextDecoder().decode(files[0]!.bytes))
  void tellWith(remarks, vscode.l10n.t('The notebook is on the clipboard as Markdown.'))
}

async function save(
  document: vscode.NotebookDocument,
  shape: Exclude<Shape, 'clipboard'>,
  out: vscode.Uri | undefined,
  parts: ExportParts
): Promise<void> {
  const place = out ?? (await choosePlace(document.uri, shape))
  if (place === undefined) return
  if (place.toString() === document.uri.toString())
    return void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} is the notebook itself. Choose another name for its copy.', nameOf(place))
    )
  const format = formatOf(shape)
  const { files, remarks } =
    format === 'gradnb'
      ? { files: [{ path: nameOf(place), bytes: copyOf(document, shape === 'notebook') }], remarks: [] }
      : await waiting(() =>
          exportedFiles(document, { format, options: { ...DEFAULT_OPTIONS, embed: true }, file: nameOf(place) }, parts)
        )
  void tellWritten(await write(place, files), format, remarks)
}

function formatOf(shape: Exclude<Shape, 'clipboard'>): Extract<Format, 'html' | 'md' | 'pytorch'> | 'gradnb' {
  return shape === 'notebook' || shape === 'sources' ? 'gradnb' : shape
}

/** The notebook's file as it stands in the editor, saved or not. */
function copyOf(document: vscode.NotebookDocument, withOutputs: boolean): Uint8Array {
  const notebook = documentNotebook(document)
  return formatNotebook(
    withOutputs ? notebook : { ...notebook, cells: notebook.cells.map(cell => ({ ...cell, outputs: [] })) }
  )
}

function choosePlace(notebook: vscode.Uri, shape: Exclude<Shape, 'clipboard'>): Thenable<vscode.Uri | undefined> {
  const format = formatOf(shape)
  const ending = format === 'gradnb' ? `-${vscode.l10n.t('copy')}.gradnb` : FORMATS[format]
  const kind = /\.([a-z]+)$/.exec(ending)?.[1]
  const filters = kind === undefined || (format !== 'gradnb' && isFolder(format)) ? {} : { [kind]: [kind] }
  return askPlace(notebook, ending, { filters, title: vscode.l10n.t('Share the notebook') })
}
