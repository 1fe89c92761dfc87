import type { Silenced } from '../../renderers/run/words/verdict'
import { parseSilence, SILENCE_KEY } from '../diagnosis'
import { CHOICE_KEY, DEFAULT_CHOICE, parseChoice, type Choice } from '../figure'
import { ERROR_MIME, textIn, type Cell, type Json, type JsonObject, type Notebook, type Output } from '../notebook'
import {
  COMPARE_MIME,
  headline,
  isOwnMime,
  parseCompare,
  parseRecord,
  parseSweep,
  RecordError,
  SWEEP_MIME,
  type CompareRecord,
  type RunRecord,
  type SweepRecord
} from '../record'
import { SHARING_TEXTS as TEXTS } from './texts'

/** What an exported notebook is made of, in the order of its cells. */
export type SharedCell = { readonly kind: 'prose'; readonly id: string; readonly source: string } | SharedExperiment

/** An experiment cell with what it shows. */
export interface SharedExperiment {
  readonly kind: 'experiment'
  readonly id: string
  /** rules of the diagnosis that it or its notebook does not want to hear */
  readonly silenced: Silenced
  /** its place among all cells, from 1 */
  readonly place: number
  readonly source: string
  readonly record: RunRecord | null
  /** its sweeps and comparisons */
  readonly many: readonly Many[]
  /** outputs that are text alone, as other programs write them */
  readonly texts: readonly string[]
  /** what its outputs say went wrong, a text each */
  readonly errors: readonly string[]
  /** what a person chose to see */
  readonly choice: Choice
}

/** Many runs in one output. */
export type Many =
  | { readonly kind: 'sweep'; readonly record: SweepRecord }
  | { readonly kind: 'compare'; readonly record: CompareRecord }

/** Reads the cells of a notebook and their records; a damaged record becomes an error of its cell. */
export const sharedCells = ({ cells, metadata }: Notebook): SharedCell[] =>
  cells.map((cell, i) =>
    cell.kind === 'markdown'
      ? { kind: 'prose', id: cell.id, source: cell.source }
      : { kind: 'experiment', ...experimentOf(cell, i + 1, metadata) }
  )

/** The experiments that have a record. */
export const runsIn = (cells: readonly SharedCell[]): (SharedExperiment & { readonly record: RunRecord })[] =>
  cells.filter((cell): cell is SharedExperiment & { readonly record: RunRecord } => 'record' in cell && !!cell.record)

/** All experiment cells. */
export const experimentsIn = (cells: readonly SharedCell[]): SharedExperiment[] =>
  cells.filter((cell): cell is SharedExperiment => cell.kind === 'experiment')

/** What a run is called: its name, or its data set's. */
export const titleOf = (record: RunRecord): string => headline(record).title

function experimentOf(cell: Cell, place: number, metadata: Notebook['metadata']): Omit<SharedExperiment, 'kind'> {
  const shown = cell.outputs.map(shownIn)
  return {
    id: cell.id,
    silenced: [cell.extra, metadata].flatMap(fields => parseSilence(fields[SILENCE_KEY])),
    place,
    source: cell.source,
    record: shown.flatMap(({ record }) => (record ? [record] : []))[0] ?? null,
    many: shown.flatMap(({ many }) => (many === undefined ? [] : [many])),
    texts: shown.flatMap(({ text }) => (text === undefined ? [] : [text])),
    errors: shown.flatMap(({ error }) => (error === undefined ? [] : [error])),
    choice: parseChoice(cell.extra[CHOICE_KEY]) ?? DEFAULT_CHOICE
  }
}

/** What one output shows. */
interface Shown {
  readonly record?: RunRecord
  readonly many?: Many
  readonly text?: string
  readonly error?: string
}

function shownIn({ items, damaged }: Output): Shown {
  if (damaged !== undefined) return { error: TEXTS.damaged('') }
  const item = items.find(({ mime }) => isOwnMime(mime) || mime === ERROR_MIME)
  if (item === undefined) return foreignIn(items)
  return item.mime === ERROR_MIME ? { error: messageOf(item.data) } : recordIn(item.mime, item.data)
}

/** What other programs' outputs show is the text that they have. */
function foreignIn(items: Output['items']): Shown {
  const text = textIn(items)
  return text === null ? {} : { text }
}

function recordIn(mime: string, data: Json): Shown {
  try {
    if (mime === SWEEP_MIME) return { many: { kind: 'sweep', record: parseSweep(data) } }
    if (mime === COMPARE_MIME) return { many: { kind: 'compare', record: parseCompare(data) } }
    return { record: parseRecord(data) }
  } catch (error) {
    if (error instanceof RecordError) return { error: TEXTS.damaged(error.message) }
    throw error
  }
}

const messageOf = (data: Json): string => {
  const { name, message } = (data ?? {}) as JsonObject
  return [name, message].filter(part => typeof part === 'string' && part !== '').join(': ')
}
