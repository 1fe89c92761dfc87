/**
 * Mean and spread of a feature. A value x is standardized as (x · scale − offset − mean) / deviation: `scale` is a power of two
 * that keeps squares from overflowing or vanishing, `offset` one of the values where all lie close together far from 0. Both
 * are 1 and 0 for ordinary numbers.
 */
export interface Moments {
  readonly scale: number
  readonly offset: number
  readonly mean: number
  /** population standard deviation; 0: all values are the same but for rounding */
  readonly deviation: number
}

/** Values that differ by less than this share of the largest differ by rounding only: a few units in the last place. */
const ROUNDING = 2 ** -50

/** Below this share of the largest, the differences are taken first (exactly) and their mean and spread after. */
const CLOSE_TOGETHER = 2 ** -20

/** Of every `step`-th number from `start`; what is not a number (a gap) is left out. */
export function momentsOf(values: Float64Array, start: number, step: number): Moments {
  const { lowest, highest, count } = rangeOf(values, start, step)
  const largest = Math.max(-lowest, highest)
  const scale = scaleOf(largest)
  const range = highest * scale - lowest * scale
  if (!(range > ROUNDING * largest * scale)) return { scale, offset: 0, mean: lowest * scale, deviation: 0 }
  const offset = range < CLOSE_TOGETHER * largest * scale ? lowest * scale : 0
  return { scale, offset, ...spreadOf(values, start, step, scale, offset, count) }
}

/** The mean in the values' own unit. */
export const meanOf = ({ scale, offset, mean }: Moments): number => (mean + offset) / scale

/** The deviation in the values' own unit. */
export const deviationOf = ({ scale, deviation }: Moments): number => deviation / scale

function rangeOf(
  values: Float64Array,
  start: number,
  step: number
): { lowest: number; highest: number; count: number } {
  let [lowest, highest, count] = [Infinity, -Infinity, 0]
  for (let i = start; i < values.length; i += step) {
    const value = values[i]!
    if (value < lowest) lowest = value
    if (value > highest) highest = value
    if (!Number.isNaN(value)) count++
  }
  return { lowest, highest, count }
}

/** Sums of squares of values within 2^±300 are far from float64's ends, however many there are. */
const [FAR, NEAR] = [2 ** 300, 2 ** -300]

function scaleOf(largest: number): number {
  let scale = 1
  while (largest * scale > FAR && largest < Infinity) scale *= NEAR
  while (largest * scale < NEAR && largest > 0) scale *= FAR
  return scale
}

function spreadOf(
  values: Float64Array,
  start: number,
  step: number,
  scale: number,
  offset: number,
  count: number
): { mean: number; deviation: number } {
  let sum = 0
  for (let i = start; i < values.length; i += step) {
    const value = values[i]! * scale - offset
    if (!Number.isNaN(value)) sum += value
  }
  const mean = sum / count
  let squares = 0
  for (let i = start; i < values.length; i += step) {
    const distance = values[i]! * scale - offset - mean
    if (!Number.isNaN(distance)) squares += distance * distance
  }
  return { mean, deviation: Math.sqrt(squares / count) }
}
