import { RecordError } from '../parse'
import { ABSENT, absent, type Scaled } from '../scaled'

/** Bytes of a number: its exponent as int16, its sign and 23 bits of its mantissa; each in a plane of its own, which packs best. */
export const NUMBER_BYTES = 5
export const INTEGER_BYTES = 4

/** Exponents that are none. */
const ABSENT_CODE = -0x8000
const SPECIAL_CODE = 0x7fff
const SPECIALS: readonly number[] = [0, NaN, Infinity, -Infinity]
const LARGEST_EXPONENT = 0x7ffe

const FRACTION = 2 ** 23

/**
 * Numbers in their normal form, with mantissas of at most 24 bits, as bytes, [NUMBER_BYTES × numbers]. Sizes beyond 2^±32766 (that is,
 * 10^±9863) become 0 and infinite.
 */
export function packNumbers(numbers: readonly Scaled[]): Uint8Array {
  const bytes = new Uint8Array(NUMBER_BYTES * numbers.length)
  numbers.forEach((number, i) => {
    const [exponent, mantissa] = wordsOf(number)
    const all = [exponent & 0xff, exponent >> 8, mantissa & 0xff, mantissa >> 8, mantissa >> 16]
    all.forEach((byte, plane) => (bytes[plane * numbers.length + i] = byte))
  })
  return bytes
}

function wordsOf({ mantissa, exponent }: Scaled): [exponent: number, mantissa: number] {
  if (exponent === ABSENT) return [ABSENT_CODE, 0]
  if (mantissa === 0 || !Number.isFinite(mantissa)) return [SPECIAL_CODE, specialOf(mantissa)]
  if (exponent < -LARGEST_EXPONENT) return [SPECIAL_CODE, 0]
  if (exponent > LARGEST_EXPONENT - 1) return [SPECIAL_CODE, specialOf(mantissa * Infinity)]
  const fraction = (Math.abs(mantissa) - 1) * FRACTION
  return [exponent, fraction + (mantissa < 0 ? FRACTION : 0)]
}

const specialOf = (value: number): number =>
  SPECIALS.findIndex(special => special === value || Object.is(special, value))

/** What `packNumbers` packed; throws a `RecordError` at `path` for what it never writes. */
export function unpackNumbers(bytes: Uint8Array, path: string): Scaled[] {
  const count = bytes.length / NUMBER_BYTES
  return Array.from({ length: count }, (_, i) => {
    const byte = (plane: number) => bytes[plane * count + i]!
    const exponent = ((byte(0) | (byte(1) << 8)) << 16) >> 16
    return numberOf(exponent, byte(2) | (byte(3) << 8) | (byte(4) << 16), path)
  })
}

function numberOf(exponent: number, mantissa: number, path: string): Scaled {
  if (exponent === ABSENT_CODE) return absent
  if (exponent !== SPECIAL_CODE) {
    const size = 1 + (mantissa % FRACTION) / FRACTION
    return { mantissa: mantissa >= FRACTION ? -size : size, exponent }
  }
  const special = SPECIALS[mantissa]
  if (special === undefined) throw new RecordError(path, 'numbers in the form of a summary')
  return { mantissa: special, exponent: 0 }
}

/** Integers of 32 bits as bytes, [INTEGER_BYTES × integers]. */
export function packIntegers(integers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(INTEGER_BYTES * integers.length)
  integers.forEach((integer, i) => {
    for (let k = 0; k < INTEGER_BYTES; k++) bytes[k * integers.length + i] = integer >> (8 * k)
  })
  return bytes
}

export function unpackIntegers(bytes: Uint8Array): number[] {
  const count = bytes.length / INTEGER_BYTES
  return Array.from({ length: count }, (_, i) =>
    [0, 1, 2, 3].reduce((integer, k) => integer | (bytes[k * count + i]! << (8 * k)), 0)
  )
}
