import * as vscode from 'vscode'
import { freshId, isCellId, type Cell, type CellKind, type JsonObject, type Notebook } from '../notebook'
import { CELL_LANGUAGE } from './ids'
import { figureMetadata, outputFromFile, outputToFile } from './outputs'

/** What we keep in a cell's metadata inside VS Code. */
export interface CellMetadata {
  readonly id?: unknown
  readonly extra?: JsonObject
}

/** A cell of a file as VS Code takes it. */
export function toCellData({ id, kind, source, outputs, extra }: Cell): vscode.NotebookCellData {
  const markup = kind === 'markdown'
  const cellKind = markup ? vscode.NotebookCellKind.Markup : vscode.NotebookCellKind.Code
  const data = new vscode.NotebookCellData(cellKind, source, markup ? 'markdown' : CELL_LANGUAGE)
  data.metadata = { id, ...(Object.keys(extra).length > 0 ? { extra } : {}) }
  const figure = figureMetadata(data.metadata)
  data.outputs = outputs.map(output => outputFromFile(output, figure))
  return data
}

/** A cell of VS Code as the file takes it, under the id it shall have there. */
export function fromCellData(data: vscode.NotebookCellData, id: string, withOutputs: boolean): Cell {
  const kind: CellKind = data.kind === vscode.NotebookCellKind.Markup ? 'markdown' : 'experiment'
  const outputs = withOutputs ? (data.outputs ?? []).map(outputToFile) : []
  return { id, kind, source: data.value, outputs, extra: (data.metadata as CellMetadata | undefined)?.extra ?? {} }
}

/** The id in a cell's metadata, or undefined where it has none that a file may hold. */
export function cellId(metadata: { readonly [key: string]: unknown } | undefined): string | undefined {
  const id = metadata?.['id']
  return isCellId(id) ? id : undefined
}

/**
 * A new experiment cell for a notebook in which `taken` are the ids, with one of its own that is taken from now on: an id that is given after
 * the cell was inserted is an edit by itself, and undo would take that back first.
 */
export function newCell(text: string, taken: Set<string>): vscode.NotebookCellData {
  const data = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, CELL_LANGUAGE)
  const id = freshId(String(Math.random()), taken)
  taken.add(id)
  data.metadata = { id }
  return data
}

/** The ids of a notebook's cells. */
export const idsOf = (notebook: vscode.NotebookDocument): Set<string> =>
  new Set(notebook.getCells().flatMap(({ metadata }) => cellId(metadata) ?? []))

/** A notebook's metadata inside VS Code: the file's own, and what of the file belongs to no cell. */
export const toNotebookMetadata = ({ metadata, extra, orphans }: Notebook): { [key: string]: unknown } => ({
  file: metadata,
  extra,
  ...(orphans && { orphans })
})

/** The other way. */
export function fromNotebookMetadata(data: { readonly [key: string]: unknown } = {}): Omit<Notebook, 'cells'> {
  const { file, extra, orphans } = data as { readonly [key in 'file' | 'extra' | 'orphans']?: JsonObject }
  return { metadata: file ?? {}, extra: extra ?? {}, ...(orphans && { orphans }) }
}
