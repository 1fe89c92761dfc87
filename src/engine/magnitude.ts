import { exponentOf, powerOfTwo, scaled, toNumber } from '../record'
import type { ScaledRow } from './backend'

const SMALLEST_SAFE = powerOfTwo(-480)
const LARGEST_SAFE = powerOfTwo(480)

/** The largest |x| among values[start … end - 1]; NaN if there is one; 0 for none. */
export function largest(values: Float64Array, start: number, end: number): number {
  let max = 0
  for (let i = start; i < end; i++) {
    const size = Math.abs(values[i]!)
    if (size > max) max = size
    else if (size !== size) return NaN
  }
  return max
}

/**
 * Exponent e such that numbers up to `max`, times 2^e, can be squared and summed without over- or underflow that matters.
 * 0 wherever plain arithmetic does (and for 0, NaN and the infinities), so that it rounds the same.
 */
export function safeExponent(max: number, smallest = SMALLEST_SAFE, largest = LARGEST_SAFE): number {
  if ((max >= smallest && max <= largest) || max === 0 || !Number.isFinite(max)) return 0
  return Math.min(-exponentOf(max), 1023)
}

/** values[start … end - 1] ·= 2^exponent, each rounded once. */
export function shift(values: Float64Array, start: number, end: number, exponent: number): void {
  if (exponent === 0) return
  const factor = powerOfTwo(exponent)
  const exact = exponent >= -1074 && exponent <= 1023
  for (let i = start; i < end; i++) {
    values[i] = exact ? values[i]! * factor : toNumber(scaled(values[i]!, exponent))!
  }
}

/** Writes value · 2^exponent as the entry of `layer`. */
export function write(row: ScaledRow, layer: number, value: number, exponent: number): void {
  row.value[layer] = value
  row.exponent[layer] = exponent
}

/** The L2 norm of values[start … end - 1] · 2^exponent, also where its square leaves float64's range. */
export function writeNorm(
  row: ScaledRow,
  layer: number,
  values: Float64Array,
  start: number,
  end: number,
  exponent = 0
): void {
  const upward = safeExponent(largest(values, start, end))
  const squares = sumOfSquares(values, start, end, powerOfTwo(upward))
  write(row, layer, Math.sqrt(squares), exponent - upward)
}

/** Mean |x| of values[start … end - 1] · 2^exponent, of which `max` is the largest. */
export function writeMeanAbs(
  row: ScaledRow,
  layer: number,
  values: Float64Array,
  start: number,
  end: number,
  exponent: number,
  max: number
): void {
  const upward = safeExponent(max)
  const factor = powerOfTwo(upward)
  let sum = 0
  for (let i = start; i < end; i++) sum += Math.abs(values[i]! * factor)
  write(row, layer, sum / (end - start), exponent - upward)
}

/** Mean and population standard deviation of values[0 … count - 1], in two passes; returns the largest |x| (or NaN). */
export function writeMoments(
  mean: ScaledRow,
  deviation: ScaledRow,
  layer: number,
  values: Float64Array,
  count: number
): number {
  const max = largest(values, 0, count)
  const upward = safeExponent(max)
  const factor = powerOfTwo(upward)
  let sum = 0
  for (let i = 0; i < count; i++) sum += values[i]! * factor
  const average = sum / count
  write(mean, layer, average, -upward)
  write(deviation, layer, Math.sqrt(sumOfSquaredDeviations(values, count, factor, average) / count), -upward)
  return max
}

function sumOfSquaredDeviations(values: Float64Array, count: number, factor: number, average: number): number {
  let sum = 0
  for (let i = 0; i < count; i++) {
    const deviation = values[i]! * factor - average
    sum += deviation * deviation
  }
  return sum
}

/** Σ (x · factor)² over values[start … end - 1]. */
function sumOfSquares(values: Float64Array, start: number, end: number, factor: number): number {
  let sum = 0
  for (let i = start; i < end; i++) {
    const value = values[i]! * factor
    sum += value * value
  }
  return sum
}
