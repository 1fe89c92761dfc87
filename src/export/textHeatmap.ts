import { at, formatScaled, isAbsent, log10, QUANTITIES, type QuantityName, type RunRecord, type Table } from '../record'
import { visibleLine } from '../text'
import { shade, type ColorDepth } from './shades'
import { TEXTS } from './texts'

export interface TextHeatmapOptions {
  readonly quantity: QuantityName
  readonly color: ColorDepth
  /** characters a line may take */
  readonly width: number
}

/** A scale spans at least this many decades, so that a healthy run looks even and does not show its noise. */
const LEAST_DECADES = 4

/**
 * The record as lines of text: a row a layer, input side first; a character an epoch (or several: then the largest of them,
 * and × wins, so that nothing is hidden); log scale, brighter is larger; 0 for exact zeros, × for NaN and infinity.
 */
export function textHeatmap(record: RunRecord, options: TextHeatmapOptions): string[] {
  const table = record.quantities[options.quantity]
  const { name, symbol } = QUANTITIES[options.quantity]
  if (record.columns === 0) return [TEXTS.nothing(name)]
  const names = rowNames(record)
  const ends = rowEnds(table)
  const room = options.width - names[0]!.length - longest(ends) - 2
  const buckets = bucketsOf(record.columns, Math.max(8, room))
  const scale = scaleOf(table)
  const rows = names.map(
    (name, layer) => `${name} ${cells(table, layer, buckets, scale, options.color)} ${ends[layer]!}`
  )
  return [`${name} (${symbol})`, axis(names[0]!.length, buckets), ...rows, ...legend(scale, buckets, options)]
}

/** Ours are shorter; a longer one, of a record that we did not write, would leave no room for the numbers. */
const LONGEST_NAME = 24

function rowNames({ layers }: RunRecord): string[] {
  const names = layers.map(
    ({ name, inputs, outputs }) => `${visibleLine(name).slice(0, LONGEST_NAME)}  ${inputs}→${outputs}`
  )
  const width = longest(names)
  return names.map(name => name.padEnd(width))
}

/** Characters of the longest text. */
const longest = (texts: readonly string[]): number => texts.reduce((most, { length }) => Math.max(most, length), 0)

/** At the end of a row: the number at initialisation and in the last epoch. */
function rowEnds(table: Table): string[] {
  const last = table.columns - 1
  const text = (column: number, layer: number) => formatScaled(at(table, column, layer), 3)
  return Array.from({ length: table.layers }, (_, layer) =>
    last === 0 ? text(0, layer) : `${text(0, layer)} → ${text(last, layer)}`
  )
}

/** Columns [from, to) behind each character. */
interface Bucket {
  readonly from: number
  readonly to: number
}

function bucketsOf(columns: number, room: number): Bucket[] {
  const size = Math.ceil(columns / room)
  return Array.from({ length: Math.ceil(columns / size) }, (_, i) => ({
    from: i * size,
    to: Math.min(columns, (i + 1) * size)
  }))
}

interface Scale {
  readonly low: number
  readonly high: number
}

function scaleOf(table: Table): Scale | null {
  const finite = Array.from(table.mantissa, (mantissa, i) => log10({ mantissa, exponent: table.exponent[i]! })).filter(
    Number.isFinite
  )
  if (finite.length === 0) return null
  const high = finite.reduce((a, b) => Math.max(a, b))
  const low = finite.reduce((a, b) => Math.min(a, b))
  return { low: Math.min(low, high - LEAST_DECADES), high }
}

function cells(
  table: Table,
  layer: number,
  buckets: readonly Bucket[],
  scale: Scale | null,
  color: ColorDepth
): string {
  return buckets.map(bucket => cell(table, layer, bucket, scale, color)).join('')
}

function cell(table: Table, layer: number, { from, to }: Bucket, scale: Scale | null, color: ColorDepth): string {
  let largest = -Infinity
  let absent = true
  for (let column = from; column < to; column++) {
    const number = at(table, column, layer)
    if (isAbsent(number.exponent)) continue
    if (!Number.isFinite(number.mantissa)) return '×'
    absent = false
    largest = Math.max(largest, log10(number))
  }
  if (absent) return ' '
  if (largest === -Infinity || scale === null) return '0'
  return shade((largest - scale.low) / (scale.high - scale.low), color)
}

function axis(indent: number, buckets: readonly Bucket[]): string {
  const last = `${buckets.at(-1)!.to - 1}`
  const dots = buckets.length - TEXTS.init.length - last.length
  return `${TEXTS.epoch.padStart(indent)} ${dots > 0 ? `${TEXTS.init}${' '.repeat(dots)}${last}` : TEXTS.init}`
}

function legend(scale: Scale | null, buckets: readonly Bucket[], { color }: TextHeatmapOptions): string[] {
  if (scale === null) return [TEXTS.noNumber]
  const steps = Array.from({ length: 10 }, (_, i) => shade(i / 9, color)).join('')
  const { from, to } = buckets[0]!
  return [
    TEXTS.scale(power(scale.low), steps, power(scale.high)),
    ...(to - from > 1 ? [TEXTS.largestOf(to - from)] : [])
  ]
}

const power = (exponent: number): string => `1e${exponent.toFixed(1).replace(/\.0$/, '')}`
