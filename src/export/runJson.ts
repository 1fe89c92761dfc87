import {
  at,
  CURVE_NAMES,
  formatScaled,
  inRange,
  isAbsent,
  QUANTITY_NAMES,
  toNumber,
  type RunRecord,
  type Scaled,
  type Table
} from '../record'
import type { RuleName } from '../diagnosis'
import { findingsJson } from './findingsJson'
import { outcomesJson } from './outcomesJson'

type JsonNumber = number | string | null

/** A run as one line of JSON, without the findings of `silenced` rules. */
export const jsonLine = (record: RunRecord, silenced: readonly RuleName[] = []): string =>
  JSON.stringify(runJson(record, silenced))

/**
 * A run as an object for JSON: a row a column of the record (0 is initialisation). Numbers have the full precision of memory;
 * outside float64's range, and for NaN and infinities, they are strings; what does not apply is null.
 */
export function runJson(record: RunRecord, silenced: readonly RuleName[]): object {
  const { name, experiment, layers, data, curves, quantities, columns, events } = record
  const { activationVariance, ...otherEvents } = events
  return {
    name,
    experiment,
    layers: layers.map(({ activation: _, ...layer }) => layer),
    data,
    epochs: Array.from({ length: columns }, (_, epoch) => epoch),
    ...Object.fromEntries(CURVE_NAMES.map(curve => [curve, rows(curves[curve]).map(row => row[0]!)])),
    metrics: Object.fromEntries(QUANTITY_NAMES.map(quantity => [quantity, rows(quantities[quantity])])),
    events: { ...otherEvents, activationVariance: rows(activationVariance) },
    steps: stepsJson(record),
    outcomes: outcomesJson(record),
    findings: findingsJson(record, silenced)
  }
}

/** A list a column, with a number a layer. */
export const rows = (table: Table): JsonNumber[][] =>
  Array.from({ length: table.columns }, (_, column) =>
    Array.from({ length: table.layers }, (_, layer) => jsonNumber(at(table, column, layer)))
  )

function jsonNumber(number: Scaled): JsonNumber {
  if (isAbsent(number.exponent)) return null
  if (number.mantissa === 0) return 0
  const holdable = Number.isFinite(number.mantissa) && inRange(number.exponent)
  return holdable ? toNumber(number) : formatScaled(number, 15)
}

/** Single steps, a row each, as epochs are told. */
const stepsJson = ({ steps: { steps, curves, quantities } }: RunRecord): object => ({
  steps,
  ...Object.fromEntries(CURVE_NAMES.map(curve => [curve, rows(curves[curve]).map(row => row[0]!)])),
  metrics: Object.fromEntries(QUANTITY_NAMES.map(quantity => [quantity, rows(quantities[quantity])]))
})

/** The same with all else that a record holds: how numbers spread, and pictures. */
export function wholeRunJson(record: RunRecord, silenced: readonly RuleName[] = []): object {
  const { engine, parameters, stepsPerEpoch, baseline, distributions, subject, frames } = record
  return {
    ...runJson(record, silenced),
    ...{ engine, parameters, stepsPerEpoch, baseline },
    distributions: plainLists(distributions),
    subject: plainLists(subject),
    frames: plainLists(frames)
  }
}

/** The same value with every typed array as a list, and numbers that JSON cannot hold as texts. */
function plainLists(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>, plainLists)
  if (Array.isArray(value)) return value.map(plainLists)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plainLists(part)]))
}
