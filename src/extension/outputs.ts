import * as vscode from 'vscode'
import type { RuleName } from '../diagnosis'
import { compareText, plainText, sweepText } from '../export'
import { errorOutput, isCellId, TEXT_MIME, type JsonObject, type Output } from '../notebook'
import type { Choice } from '../figure'
import {
  COMPARE_MIME,
  encodeCompare,
  type CompareRecord,
  encodeRecord,
  encodeSweep,
  isOwnMime,
  RECORD_MIME,
  SWEEP_MIME,
  type EncodeCache,
  type RunRecord,
  type SweepRecord
} from '../record'
import { cellChoice } from './cellChoice'
import { itemFromFile, itemToFile, keptItems, withKept, type KeptItem } from './outputItems'

const TEXT_WIDTH = 100

/** The record for our renderer, and as text for those without it and for copying; files do not hold the text. */
export function recordItems(
  record: RunRecord,
  { silenced = [], cache }: { readonly silenced?: readonly RuleName[]; readonly cache?: EncodeCache } = {}
): vscode.NotebookCellOutputItem[] {
  return [vscode.NotebookCellOutputItem.json(encodeRecord(record, cache), RECORD_MIME), textItem(record, silenced)]
}

/** The same of a sweep. */
export const sweepItems = (record: SweepRecord): vscode.NotebookCellOutputItem[] => [
  vscode.NotebookCellOutputItem.json(encodeSweep(record), SWEEP_MIME),
  vscode.NotebookCellOutputItem.text(sweepText(record, { color: 'none', width: TEXT_WIDTH }).join('\n'), TEXT_MIME)
]

/** The same of a comparison. */
export const compareItems = (record: CompareRecord): vscode.NotebookCellOutputItem[] => [
  vscode.NotebookCellOutputItem.json(encodeCompare(record), COMPARE_MIME),
  vscode.NotebookCellOutputItem.text(compareText(record, { color: 'none', width: TEXT_WIDTH }).join('\n'), TEXT_MIME)
]

const textItem = (record: RunRecord, silenced: readonly RuleName[]) =>
  vscode.NotebookCellOutputItem.text(
    plainText(record, { quantity: 'delta_rms', color: 'none', width: TEXT_WIDTH, silenced }).join('\n'),
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

/** What an output of a file has that VS Code's has no room for. */
interface OutputMetadata {
  readonly extra?: JsonObject
  readonly items?: readonly KeptItem[]
  readonly damaged?: Output['damaged']
}

/**
 * An output of a file as VS Code takes it. Records are neither read nor given a text here: a notebook may have many large ones, and
 * text is needed by none of those who read a notebook that was just opened. A run makes it.
 */
export function outputFromFile(output: Output, figure: FigureMetadata = {}): vscode.NotebookCellOutput {
  const { items, extra, damaged } = output
  if (damaged !== undefined) return damagedOutput({ ...figure, extra, damaged })
  const shown = items.flatMap(itemFromFile)
  const kept = keptItems(items, shown)
  return new vscode.NotebookCellOutput(firstOfEach(shown), { ...figure, extra, ...(kept && { items: kept }) })
}

/** VS Code takes one item of a MIME type. */
const firstOfEach = (items: readonly vscode.NotebookCellOutputItem[]): vscode.NotebookCellOutputItem[] =>
  items.filter(({ mime }, i) => items.findIndex(other => other.mime === mime) === i)

function damagedOutput(metadata: FigureMetadata & OutputMetadata): vscode.NotebookCellOutput {
  const message = vscode.l10n.t(
    'This output is damaged in the file, so it cannot be shown. The file keeps it until the cell runs again.'
  )
  const { items } = errorOutput(vscode.l10n.t('Damaged output'), message)
  return new vscode.NotebookCellOutput(items.flatMap(itemFromFile), metadata)
}

/** An output of VS Code as the file takes it: what it was in the file, or records without their text. */
export function outputToFile({ items, metadata }: vscode.NotebookCellOutput): Output {
  const { extra = {}, items: kept, damaged } = (metadata ?? {}) as OutputMetadata
  if (damaged !== undefined) return { items: [], extra, damaged }
  if (kept) return { items: withKept(kept, items), extra }
  const hasRecord = items.some(item => isOwnMime(item.mime))
  return { items: items.filter(item => !(hasRecord && item.mime === TEXT_MIME)).map(itemToFile), extra }
}
