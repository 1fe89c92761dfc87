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

/** The number `value` · 2^`exponent` in its normal form; exact. */
export function scaled(value: number, exponent = 0): Scaled {
  if (value === 0 || !Number.isFinite(value)) return { mantissa: value, exponent: 0 }
  const subnormal = Math.abs(value) < 2 ** -1022
  words[0] = subnormal ? value * 2 ** 54 : value
  const high = halves[highHalf]!
  const biased = (high >>> 20) & 0x7ff
  halves[highHalf] = (high & 0x800fffff) | 0x3ff00000
  return { mantissa: words[0], exponent: exponent + biased - 1023 - (subnormal ? 54 : 0) }
}

/** 2^`exponent`, exact, for -1074 ≤ exponent ≤ 1023; 0 below and Infinity above. */
export function powerOfTwo(exponent: number): number {
  if (exponent > 1023) return Infinity
  if (exponent < -1074) return 0
  if (exponent < -1022) return powerOfTwo(exponent + 54) * 2 ** -54
  halves[1 - highHalf] = 0
  halves[highHalf] = (exponent + 1023) << 20
  return words[0]!
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
