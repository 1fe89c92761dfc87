import { exactLog10 } from '../exactLog10'
import { rounded } from '../planes'
import { isAbsent, type Scaled } from '../scaled'
import { at, type Table } from '../table'
import type { Group } from './groups'
import { THUMBNAIL_MARKS, type Thumbnail } from './runSummary'

/** Codes from 0 to this are sizes. */
export const LARGEST_CODE = 252

/** As much of a number as a file keeps, so that a record that was saved and read gives the same thumbnail. */
const BITS = 24

/** The table of delta by layer and epoch as a picture of a byte a cell. */
export function thumbnailOf(table: Table, groups: readonly Group[]): Thumbnail {
  const sizes = new Float64Array(table.layers * groups.length) // [layers × groups]
  for (let layer = 0; layer < table.layers; layer++)
    groups.forEach((group, i) => (sizes[layer * groups.length + i] = largestOf(table, layer, group)))
  const [low, high] = rangeOf(sizes)
  return { low, high, cells: Uint8Array.from(sizes, size => codeOf(size, low, high)) }
}

/** The cell's log10; null for what is no size. */
export function thumbnailSize({ low, high, cells }: Thumbnail, cell: number): number | null {
  const code = cells[cell]!
  return code > LARGEST_CODE ? null : low + ((high - low) * code) / LARGEST_CODE
}

/** The largest log10 of a group: Infinity where anything is not finite, NaN where nothing applies. */
function largestOf(table: Table, layer: number, { from, to }: Group): number {
  let largest = NaN
  for (let column = from; column < to; column++) {
    const size = sizeOf(at(table, column, layer))
    if (!(size <= largest) && !Number.isNaN(size)) largest = size
  }
  return largest
}

function sizeOf({ mantissa, exponent }: Scaled): number {
  if (isAbsent(exponent)) return NaN
  return Number.isFinite(mantissa) ? exactLog10(rounded(mantissa, exponent, BITS)) : Infinity
}

/** Least and largest of the finite sizes to a thousandth of a decade, outwards; 0 and 0 of none. */
function rangeOf(sizes: Float64Array): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity]
  for (const size of sizes) if (Number.isFinite(size)) [low, high] = [Math.min(low, size), Math.max(high, size)]
  return low > high ? [0, 0] : [Math.floor(low * 1000) / 1000, Math.ceil(high * 1000) / 1000]
}

function codeOf(size: number, low: number, high: number): number {
  if (Number.isNaN(size)) return THUMBNAIL_MARKS.absent
  if (size === -Infinity) return THUMBNAIL_MARKS.zero
  if (size === Infinity) return THUMBNAIL_MARKS.nonfinite
  return high > low ? Math.round((LARGEST_CODE * (size - low)) / (high - low)) : 0
}
