/**
 * Numbers far outside float64's range. A vanished gradient of 1e-400 is a finding, so a recorded number is a mantissa and a
 * binary exponent of its own: value = mantissa · 2^exponent with 1 ≤ |mantissa| < 2. Zero, NaN and the infinities keep
 * themselves as mantissa with exponent 0.
 */
export interface Scaled {
  readonly mantissa: number
  readonly exponent: number
}

/** The exponent that marks a number which does not apply (a relu's saturated fraction); its mantissa is NaN. */
export const ABSENT = -0x80000000

/** "Does not apply" as a number of a table. */
export const absent: Scaled = { mantissa: NaN, exponent: ABSENT }

const words = new Float64Array(1)
const halves = new Uint32Array(words.buffer)
const highHalf = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0
const LOG10_OF_2 = 0.30102999566398119521

const [LEAST_POWER, LARGEST_POWER] = [-1074, 1023]
/** Below it a number has fewer bits, and no exponent of its own in them. */
const LEAST_NORMAL = 2 ** -1022
const SUBNORMAL_SHIFT = 54

/** Every power of two that is a float64, from the least. */
const POWERS: Float64Array = powersFrom(Number.MIN_VALUE, LARGEST_POWER - LEAST_POWER + 1)

function powersFrom(first: number, count: number): Float64Array {
  const powers = new Float64Array(count)
  for (let i = 0, power = first; i < count; i++, power *= 2) powers[i] = power
  return powers
}

/** The number `value` · 2^`exponent` in its normal form; exact. */
export const scaled = (value: number, exponent = 0): Scaled =>
  isPlain(value)
    ? { mantissa: mantissaOf(value), exponent: exponent + exponentOf(value) }
    : { mantissa: value, exponent: 0 }

/** Neither zero nor NaN nor infinite. */
const isPlain = (value: number): boolean => value !== 0 && Number.isFinite(value)

/** The exponent of `scaled(value)`. Makes no object, as it is asked of every number that a step of training measures. */
export function exponentOf(value: number): number {
  if (!isPlain(value)) return 0
  if (isSubnormal(value)) return exponentOf(value * 2 ** SUBNORMAL_SHIFT) - SUBNORMAL_SHIFT
  words[0] = value
  return ((halves[highHalf]! >>> 20) & 0x7ff) - 1023
}

/** The mantissa of `scaled(value)`. Makes no object either. */
export function mantissaOf(value: number): number {
  if (!isPlain(value)) return value
  if (isSubnormal(value)) return mantissaOf(value * 2 ** SUBNORMAL_SHIFT)
  return value * powerOfTwo(-exponentOf(value))
}

const isSubnormal = (value: number): boolean => Math.abs(value) < LEAST_NORMAL

/** 2^`exponent`, exact, for -1074 ≤ exponent ≤ 1023; 0 below and Infinity above. */
export function powerOfTwo(exponent: number): number {
  if (exponent > LARGEST_POWER) return Infinity
  return exponent < LEAST_POWER ? 0 : POWERS[exponent - LEAST_POWER]!
}

/** Whether a number with this exponent does not apply where it stands. */
export const isAbsent = (exponent: number): boolean => exponent === ABSENT

/** The nearest float64: 0 or an infinity outside its range; null where the number does not apply. */
export function toNumber({ mantissa, exponent }: Scaled): number | null {
  if (exponent === ABSENT) return null
  if (exponent >= -1022) return exponent > 1023 ? mantissa * Infinity : mantissa * powerOfTwo(exponent)
  return mantissa * 2 ** -1022 * powerOfTwo(exponent + 1022)
}

/**
 * log10 |number| for drawing: -Infinity for zero, NaN for NaN and for what does not apply. Uses the host's logarithm, so it
 * decides pixels, never bits of a record.
 */
export function log10({ mantissa, exponent }: Scaled): number {
  if (exponent === ABSENT) return NaN
  return Math.log10(Math.abs(mantissa)) + exponent * LOG10_OF_2
}

/** Text with `digits` significant digits, also where float64 ends: "1.25e-412"; "–" where the number does not apply. */
export function formatScaled(number: Scaled, digits = 4): string {
  const value = toNumber(number)
  if (value === null) return '–'
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(number.mantissa)) return value > 0 ? 'Infinity' : '-Infinity'
  if (number.mantissa === 0) return '0'
  return inRange(number.exponent) ? shortNumber(value, digits) : beyondRange(number, digits)
}

/** True where float64 holds the number with full precision. */
export const inRange = (exponent: number): boolean => exponent >= -1022 && exponent <= 1023

function shortNumber(value: number, digits: number): string {
  const size = Math.abs(value)
  if (size >= 1e-3 && size < 1e5) return String(Number(value.toPrecision(digits)))
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e')
  return `${Number(mantissa)}e${Number(exponent)}`
}

function beyondRange(number: Scaled, digits: number): string {
  const size = log10(number)
  let decade = Math.floor(size)
  let leading = (10 ** (size - decade)).toPrecision(digits)
  if (Number(leading) >= 10) [leading, decade] = ['1', decade + 1]
  return `${number.mantissa < 0 ? '-' : ''}${Number(leading)}e${decade}`
}
