import { RecordError } from '../parse'
import { CURVE_NAMES, type CurveName } from '../quantity'
import { ABSENT, absent, isAbsent, scaled, toNumber, type Scaled } from '../scaled'
import { emptyTable, put, type Table } from '../table'
import { groupCount, groupSize } from './groups'
import { INTEGER_BYTES, NUMBER_BYTES, packIntegers, packNumbers, unpackIntegers, unpackNumbers } from './packedNumbers'
import { END_QUANTITIES, type CurveSummary, type EndQuantity, type RunSummary } from './runSummary'

/** What of a summary is packed into bytes. */
export type SummaryNumbers = Pick<RunSummary, 'trivialLoss' | 'curves' | 'lowest' | 'quarters' | 'ends' | 'thumbnail'>

/** How large a summary is: known before its bytes are. */
export type SummarySize = Pick<RunSummary, 'layers' | 'epochs' | 'columns'>

const INTEGERS = 2 + CURVE_NAMES.length + 4
const PER_MILLE = 1000

/** first, best, last */
const CURVE_ENDS = 3

/** With a group an epoch, the lowest loss so far is told by the course. */
const keepsLowest = (size: SummarySize): boolean => groupSize(size.epochs) > 1

const counts = (size: SummarySize) => {
  const groups = groupCount(size.epochs, size.columns)
  const curves = CURVE_NAMES.length * (CURVE_ENDS + groups)
  const numbers = 1 + curves + (keepsLowest(size) ? groups : 0) + 2 * END_QUANTITIES.length * size.layers
  return { groups, numbers }
}

/** How many bytes `packSummary` makes of a summary of this size. */
export function packedSize(size: SummarySize): number {
  const { groups, numbers } = counts(size)
  return NUMBER_BYTES * numbers + INTEGER_BYTES * INTEGERS + size.layers * groups
}

/** Numbers first, then integers, then the thumbnail, each of whose bytes is the change from its neighbour: these are small. */
export function packSummary(summary: RunSummary): Uint8Array {
  const { thumbnail, curves, quarters, trivialLoss } = summary
  const numbers = [
    trivialLoss === null ? absent : scaled(trivialLoss),
    ...CURVE_NAMES.flatMap(name => curveNumbers(curves[name], counts(summary).groups)),
    ...(keepsLowest(summary) ? [...summary.lowest].map(value => scaled(value)) : []),
    ...END_QUANTITIES.flatMap(name => tableNumbers(summary.ends[name]))
  ]
  const integers = [
    ...[thumbnail.low, thumbnail.high].map(decades => Math.round(PER_MILLE * decades)),
    ...CURVE_NAMES.map(name => curves[name]?.bestEpoch ?? -1),
    ...(quarters ?? [-1, -1, -1, -1])
  ]
  const parts = [packNumbers(numbers), packIntegers(integers), changes(thumbnail.cells)]
  return Uint8Array.from(parts.flatMap(part => [...part]))
}

const curveNumbers = (curve: CurveSummary | null, groups: number): Scaled[] =>
  curve === null
    ? Array<Scaled>(CURVE_ENDS + groups).fill(absent)
    : [curve.first, curve.best, curve.last, ...curve.course].map(value => scaled(value))

const tableNumbers = (table: Table): Scaled[] =>
  Array.from(table.mantissa, (mantissa, i) => ({ mantissa, exponent: table.exponent[i]! }))

const changes = (cells: Uint8Array): Uint8Array => cells.map((cell, i) => cell - (cells[i - 1] ?? 0))

/** What `packSummary` packed: `packedSize` bytes. Throws a `RecordError` at `path` for bytes that it never makes. */
export function unpackSummary(bytes: Uint8Array, size: SummarySize, path: string): SummaryNumbers {
  const { groups, numbers } = counts(size)
  const ends = [NUMBER_BYTES * numbers, NUMBER_BYTES * numbers + INTEGER_BYTES * INTEGERS] as const
  const next = takerOf(unpackNumbers(bytes.subarray(0, ends[0]), path))
  const [low, high, ...epochs] = unpackIntegers(bytes.subarray(...ends)) as [number, number, ...number[]]
  checkEpochs(epochs, size, path)
  const trivialLoss = toNumber(next(1)[0]!)
  const curves = readCurves(next, groups, epochs, path)
  return {
    trivialLoss,
    curves,
    lowest: keepsLowest(size) ? floats(next(groups)) : lowestSoFar(curves.loss?.course ?? new Float64Array(groups)),
    quarters: epochs.at(-1) === -1 ? null : epochs.slice(-4),
    ends: readEnds(next, size.layers),
    thumbnail: { low: low / PER_MILLE, high: high / PER_MILLE, cells: sums(bytes.subarray(ends[1])) }
  }
}

type Take = (count: number) => Scaled[]

function takerOf(numbers: readonly Scaled[]): Take {
  let place = 0
  return count => numbers.slice(place, (place += count))
}

/** Epochs are those of the run; -1 stands for none. */
function checkEpochs(epochs: readonly number[], { columns }: SummarySize, path: string): void {
  if (epochs.some(epoch => epoch < -1 || epoch >= Math.max(1, columns)))
    throw new RecordError(path, 'epochs of the run')
}

function readCurves(next: Take, groups: number, epochs: readonly number[], path: string): RunSummary['curves'] {
  const curves = CURVE_NAMES.map((name, i) => {
    const all = next(CURVE_ENDS + groups)
    if (all.every(({ exponent }) => exponent === ABSENT)) return [name, null] as const
    if (all.some(({ exponent }) => isAbsent(exponent)) || epochs[i]! < 0)
      throw new RecordError(path, `a whole curve of ${name}`)
    const [first, best, last] = floats(all) as unknown as [number, number, number]
    return [name, { first, best, bestEpoch: epochs[i]!, last, course: floats(all.slice(CURVE_ENDS)) }] as const
  })
  return Object.fromEntries(curves) as Record<CurveName, CurveSummary | null>
}

const floats = (numbers: readonly Scaled[]): Float64Array =>
  Float64Array.from(numbers, number => toNumber(number) ?? NaN)

function readEnds(next: Take, layers: number): RunSummary['ends'] {
  const tables = END_QUANTITIES.map(name => {
    const table = emptyTable(2, layers)
    next(2 * layers).forEach((number, i) => put(table, Math.floor(i / layers), i % layers, number))
    return [name, table] as const
  })
  return Object.fromEntries(tables) as Record<EndQuantity, Table>
}

/** The least finite number up to each; NaN before the first. */
function lowestSoFar(course: Float64Array): Float64Array {
  let lowest = NaN
  return course.map(value => (Number.isFinite(value) && !(value >= lowest) ? (lowest = value) : lowest))
}

function sums(cells: Uint8Array): Uint8Array {
  const all = cells.slice()
  for (let i = 1; i < all.length; i++) all[i] = all[i]! + all[i - 1]!
  return all
}
