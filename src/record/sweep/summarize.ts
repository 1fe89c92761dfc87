import { rounded } from '../planes'
import { CURVE_NAMES, type CurveName, isAccuracy } from '../quantity'
import type { RunRecord } from '../runRecord'
import { isAbsent, scaled, toNumber } from '../scaled'
import { at, emptyTable, put, type Table } from '../table'
import { groupsOf, type Group } from './groups'
import { END_QUANTITIES, type CurveSummary, type EndQuantity, type RunSummary, type SummaryFinding } from './runSummary'
import { thumbnailOf } from './thumbnail'

/** As much of a number as a file keeps, so that a record that was saved and read has the same summary. */
const FULL_BITS = 24
/** Five digits: what is drawn. */
const DRAWN_BITS = 16

/**
 * What a sweep keeps of a run: a pure function of its record, with the same bits on every host, before and after the record was saved.
 * `finding` is the worst on it (`diagnosis` finds it; this room does not know its rules).
 */
export function summarize(record: RunRecord, finding: SummaryFinding | null): RunSummary {
  const { layers, parameters, epochs, columns, baseline, events, curves, quantities } = record
  const groups = groupsOf(epochs, columns)
  const losses = numbersOf(curves.loss, columns)
  return {
    ...{ layers: layers.length, parameters, epochs, columns, finding },
    trivialLoss: orNone(baseline?.trivialLoss),
    curves: Object.fromEntries(CURVE_NAMES.map(name => [name, curveOf(name, curves[name], columns, groups)])) as Record<
      CurveName,
      CurveSummary | null
    >,
    lowest: lowestOf(losses, groups),
    quarters: quartersOf(losses),
    stop: events.stop,
    nonfinite: events.nonfinite,
    ends: Object.fromEntries(END_QUANTITIES.map(name => [name, endsOf(quantities[name], columns)])) as Record<
      EndQuantity,
      Table
    >,
    thumbnail: thumbnailOf(quantities.delta_rms, groups)
  }
}

/** NaN where a number is none, or does not apply. */
const numbersOf = (table: Table, columns: number): number[] =>
  Array.from({ length: columns }, (_, column) => {
    const { mantissa, exponent } = at(table, column, 0)
    return toNumber(rounded(mantissa, exponent, FULL_BITS)) ?? NaN
  })

function curveOf(name: CurveName, table: Table, columns: number, groups: readonly Group[]): CurveSummary | null {
  if (columns === 0 || allAbsent(table, columns)) return null
  const values = numbersOf(table, columns)
  const bestEpoch = bestOf(values, isAccuracy(name) ? 1 : -1)
  return {
    first: values[0]!,
    best: Number.isFinite(values[bestEpoch]) ? values[bestEpoch]! : NaN,
    bestEpoch,
    last: values[columns - 1]!,
    course: Float64Array.from(groups, group => drawn(lastOrBroken(values, group)))
  }
}

const allAbsent = (table: Table, columns: number): boolean =>
  Array.from({ length: columns }, (_, column) => at(table, column, 0)).every(({ exponent }) => isAbsent(exponent))

/** The first of the best epochs; 0 where none was completed with a finite number. `sign`: 1 where more is better, else -1. */
function bestOf(values: readonly number[], sign: 1 | -1): number {
  let best = 0
  for (let epoch = 1; epoch < values.length; epoch++)
    if (Number.isFinite(values[epoch]) && (best === 0 || sign * values[epoch]! > sign * values[best]!)) best = epoch
  return best
}

function lastOrBroken(values: readonly number[], { from, to }: Group): number {
  for (let i = from; i < to; i++) if (!Number.isFinite(values[i])) return values[i]!
  return values[to - 1]!
}

function lowestOf(losses: readonly number[], groups: readonly Group[]): Float64Array {
  let lowest = NaN
  return Float64Array.from(groups, ({ from, to }) => {
    for (let i = from; i < to; i++) if (Number.isFinite(losses[i]) && !(losses[i]! >= lowest)) lowest = losses[i]!
    return drawn(lowest)
  })
}

const orNone = (loss: number | null | undefined): number | null =>
  loss === null || loss === undefined ? null : kept(loss, FULL_BITS)

const drawn = (value: number): number => kept(value, DRAWN_BITS)

function kept(value: number, bits: number): number {
  const { mantissa, exponent } = scaled(value)
  return toNumber(rounded(mantissa, exponent, bits))!
}

function quartersOf(losses: readonly number[]): number[] | null {
  const best = losses[bestOf(losses, -1)] ?? NaN
  const fall = losses[0]! - best
  if (!(fall > 0) || !Number.isFinite(fall)) return null
  return [0.25, 0.5, 0.75, 1].map(share => {
    const level = share === 1 ? best : losses[0]! - share * fall
    return losses.findIndex(loss => loss <= level)
  })
}

function endsOf(table: Table, columns: number): Table {
  const ends = emptyTable(2, table.layers)
  if (columns === 0) return ends
  for (const [place, column] of [0, columns - 1].entries())
    for (let layer = 0; layer < table.layers; layer++) {
      const { mantissa, exponent } = at(table, column, layer)
      put(ends, place, layer, rounded(mantissa, exponent, DRAWN_BITS))
    }
  return ends
}
