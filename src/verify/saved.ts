import { PROBLEMS_NAME } from '../experiment'
import { ERROR_MIME, TEXT_MIME, type Json, type JsonObject, type Output } from '../notebook'
import { parseRecord, RECORD_MIME, RecordError, type RunRecord } from '../record'

/** What the outputs of a cell hold. */
export type Saved =
  | { readonly kind: 'none' }
  /** `failure`: what a run that failed told below its record; `version`: of the record in the file */
  | { readonly kind: 'record'; readonly record: RunRecord; readonly version: number; readonly failure: string | null }
  /** a run that failed before it measured anything */
  | { readonly kind: 'failure'; readonly message: string }
  /** the problems of a cell that could not run */
  | { readonly kind: 'problems'; readonly message: string }
  | { readonly kind: 'damaged'; readonly reason: string }
  /** what no run writes: its MIME type */
  | { readonly kind: 'foreign'; readonly mime: string }

/** Reads what a run of a cell has written: a record, an error, or a record with an error below. */
export function savedIn(outputs: readonly Output[]): Saved {
  if (outputs.length === 0) return { kind: 'none' }
  if (outputs.some(({ damaged }) => damaged !== undefined)) return { kind: 'damaged', reason: 'it is no output' }
  const foreign = outputs.flatMap(foreignIn)[0] ?? outputs[2]?.items[0]?.mime
  if (foreign !== undefined) return { kind: 'foreign', mime: foreign }
  const [first, second] = outputs.map(({ items }) => items[0]!)
  if (first!.mime === ERROR_MIME) return second ? { kind: 'foreign', mime: second.mime } : errorIn(first!.data)
  if (second && second.mime !== ERROR_MIME) return { kind: 'foreign', mime: second.mime }
  return recordIn(first!.data, second ? messageOf(second.data) : null)
}

/** Files of other programs may hold a text beside a record; it is never shown where our renderer is. */
function foreignIn({ items }: Output): string[] {
  const known = items.filter(({ mime }) => mime === RECORD_MIME || mime === ERROR_MIME)
  if (known.length !== 1 || items[0] !== known[0]) return [items[0]?.mime ?? 'nothing']
  return items.slice(1).flatMap(({ mime }) => (mime === TEXT_MIME ? [] : [mime]))
}

function recordIn(data: Json, failure: string | null): Saved {
  try {
    const version = Number((data as JsonObject | null)?.['version'])
    return { kind: 'record', record: parseRecord(data), version, failure }
  } catch (error) {
    if (error instanceof RecordError) return { kind: 'damaged', reason: error.message }
    throw error
  }
}

function errorIn(data: Json): Saved {
  const message = messageOf(data)
  return (data as JsonObject | null)?.['name'] === PROBLEMS_NAME
    ? { kind: 'problems', message }
    : { kind: 'failure', message }
}

const messageOf = (data: Json): string => String((data as JsonObject | null)?.['message'] ?? '')
