import { LONGEST_NAME, MOST_RECORD_CELLS, checkCells } from '../bounds'
import { deflate, inflate } from '../bytes'
import { parseNonfinite, parseStop } from '../events'
import type { JsonObject } from '../json'
import { RecordError, asCount, asObject, asOneOf, asString, orNull, type Fields } from '../parse'
import type { Events } from '../runRecord'
import type { RunSummary, SummaryFinding } from './runSummary'
import { packedSize, packSummary, unpackSummary, type SummarySize } from './summaryNumbers'

/** A summary as JSON: a few words and a text with all its numbers. The same summary always gives the same JSON. */
export const encodeSummary = (summary: RunSummary): JsonObject => withNumbers(summary, deflate(packSummary(summary)))

/** What `parseSummary` has read `summary` from, in the order in which it is written; its numbers are not packed again. */
export const againEncoded = (summary: RunSummary, { numbers }: { readonly numbers: string }): JsonObject =>
  withNumbers(summary, numbers)

function withNumbers(summary: RunSummary, numbers: string): JsonObject {
  const { layers, parameters, epochs, columns, stop, nonfinite, finding } = summary
  return {
    ...{ layers, parameters, epochs, columns },
    ...(isUsual(stop, columns) ? {} : { stop: stop && { ...stop } }),
    ...(nonfinite && { nonfinite: { ...nonfinite } }),
    ...(finding && { finding: { ...finding } }),
    numbers
  }
}

const usual = (columns: number): Events['stop'] => ({ reason: 'completed', epoch: columns - 1 })

/** As most runs end, which is left out. */
const isUsual = (stop: Events['stop'], columns: number): boolean =>
  stop?.reason === 'completed' && stop.epoch === columns - 1

/** Reads what `encodeSummary` wrote; throws a `RecordError` that names the place below `path` for anything else. */
export function parseSummary(value: unknown, path = 'summary'): RunSummary {
  const fields = asObject(value, path)
  const size = parseSize(fields, path)
  const at = `${path}.numbers`
  const bytes = inflate(asString(fields['numbers'], at), packedSize(size), at)
  const { stop, nonfinite = null, finding = null } = fields
  return {
    ...size,
    parameters: asCount(fields['parameters'], `${path}.parameters`),
    stop: stop === undefined ? usual(size.columns) : orNull(stop, `${path}.stop`, parseStop),
    nonfinite: orNull(nonfinite, `${path}.nonfinite`, parseNonfinite),
    finding: orNull(finding, `${path}.finding`, parseFinding),
    ...unpackSummary(bytes, size, at)
  }
}

/** What would have to be unpacked, from JSON that may be damaged otherwise: for bounds on many summaries together. */
export function parseSize(fields: Fields, path: string): SummarySize {
  const size = {
    layers: asCount(fields['layers'], `${path}.layers`, MOST_RECORD_CELLS),
    epochs: asCount(fields['epochs'], `${path}.epochs`),
    columns: asCount(fields['columns'], `${path}.columns`)
  }
  if (size.layers === 0) throw new RecordError(`${path}.layers`, 'at least 1')
  if (size.columns > size.epochs + 1) throw new RecordError(`${path}.columns`, `at most ${size.epochs + 1}`)
  checkCells(size.layers, size.columns, `${path}.columns`)
  return size
}

function parseFinding(value: unknown, path: string): SummaryFinding {
  const fields = asObject(value, path)
  const count = (value: unknown, path: string) => asCount(value, path)
  return {
    rule: asString(fields['rule'], `${path}.rule`, LONGEST_NAME),
    severity: asOneOf(fields['severity'], ['warning', 'error'], `${path}.severity`),
    layer: orNull(fields['layer'], `${path}.layer`, count),
    epoch: orNull(fields['epoch'], `${path}.epoch`, count)
  }
}
