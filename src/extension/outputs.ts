import * as vscode from 'vscode'
import { plainText } from '../export'
import { ERROR_MIME, isCellId, type Json, type JsonObject, type Output, type OutputItem } from '../notebook'
import type { Choice } from '../figure'
import { encodeRecord, parseRecord, RECORD_MIME, RecordError, type EncodeCache, type RunRecord } from '../record'
import { cellChoice } from './cellChoice'

const TEXT_MIME = 'text/plain'
const TEXT_WIDTH = 100

/** The record for our renderer, and as text for those without it. */
export function recordItems(record: RunRecord, cache?: EncodeCache): vscode.NotebookCellOutputItem[] {
  return [vscode.NotebookCellOutputItem.json(encodeRecord(record, cache), RECORD_MIME), textItem(record)]
}

const textItem = (record: RunRecord) =>
  vscode.NotebookCellOutputItem.text(
    plainText(record, { quantity: 'delta_rms', color: 'none', width: TEXT_WIDTH }).join('\n'),
    TEXT_MIME
  )

/** What a figure has to know of its cell: its id, and what a person chose to see. */
export interface FigureMetadata {
  readonly cell?: string
  readonly choice?: Choice | null
}

export const figureMetadata = (metadata: { readonly [key: string]: unknown } | undefined): FigureMetadata => ({
  cell: isCellId(metadata?.['id']) ? metadata['id'] : undefined,
  choice: cellChoice(metadata)
})

/** An output of a file as VS Code takes it; a record gets its text again, which files do not hold. */
export function outputFromFile({ items, extra }: Output, figure: FigureMetadata = {}): vscode.NotebookCellOutput {
  return new vscode.NotebookCellOutput(items.flatMap(itemFromFile), { ...figure, extra })
}

function itemFromFile({ mime, data }: OutputItem): vscode.NotebookCellOutputItem[] {
  if (typeof data === 'string' && !isJson(mime)) return [vscode.NotebookCellOutputItem.text(data, mime)]
  const item = vscode.NotebookCellOutputItem.json(data, mime)
  return mime === RECORD_MIME ? [item, ...textOfRecord(data)] : [item]
}

/** A damaged record has no text: the renderer says what is wrong with it. */
function textOfRecord(data: Json): vscode.NotebookCellOutputItem[] {
  try {
    return [textItem(parseRecord(data))]
  } catch (error) {
    if (error instanceof RecordError) return []
    throw error
  }
}

/** An output of VS Code as the file takes it: records without their text. */
export function outputToFile({ items, metadata }: vscode.NotebookCellOutput): Output {
  const hasRecord = items.some(item => item.mime === RECORD_MIME)
  const kept = items.filter(item => !(hasRecord && item.mime === TEXT_MIME))
  return { items: kept.map(itemToFile), extra: (metadata?.['extra'] ?? {}) as JsonObject }
}

function itemToFile({ mime, data }: vscode.NotebookCellOutputItem): OutputItem {
  const text = new TextDecoder().decode(data)
  return { mime, data: isJson(mime) ? (JSON.parse(text) as Json) : text }
}

const isJson = (mime: string): boolean => mime === ERROR_MIME || mime.endsWith('+json') || mime.endsWith('/json')
