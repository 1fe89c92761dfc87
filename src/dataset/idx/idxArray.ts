import { beginning } from '../contents'
import { unpacked } from '../gzip'
import { TEXTS } from '../texts/texts'

/** What the header of an IDX file tells. */
export interface IdxHeader {
  /** [dimensions] */
  readonly shape: readonly number[]
  /** bytes of the header */
  readonly length: number
}

const UNSIGNED_BYTES = 0x08
const LEAST_HEADER = 4

/**
 * Reads the header of an IDX file (LeCun, Cortes & Burges, the MNIST database), plain or gzip: two zero bytes, the type of the
 * values, the number of dimensions, each of them as a 32-bit integer with the high byte first. Unpacks no more than that.
 * `dimensions` says how many there must be. Throws a `RangeError` for what is no such file, of another type or too short.
 */
export function readIdxHeader(file: string, bytes: Uint8Array, dimensions: 'one' | 'several'): IdxHeader {
  const first = beginning(file, bytes, 'idx')
  const count = checkedMagic(file, first, dimensions)
  const length = LEAST_HEADER + 4 * count
  if (first.length < length) throw new RangeError(TEXTS.file.cutOffInHeader(file))
  const view = new DataView(first.buffer, first.byteOffset, length)
  return { shape: Array.from({ length: count }, (_, i) => view.getUint32(LEAST_HEADER + 4 * i)), length }
}

/** The unsigned bytes after the header, row-major, the last dimension fastest. Throws a `RangeError` where they are too few or many. */
export function readIdxValues(file: string, bytes: Uint8Array, header: IdxHeader, most: number): Uint8Array {
  const all = unpacked(file, bytes, most)
  const due = header.length + header.shape.reduce((product, size) => product * size, 1)
  if (all.length === due) return all.subarray(header.length)
  const { tooShort, tooLong } = TEXTS.file
  throw new RangeError((all.length < due ? tooShort : tooLong)(file, due, all.length))
}

/** The number of dimensions, from the first four bytes. */
function checkedMagic(file: string, bytes: Uint8Array, dimensions: 'one' | 'several'): number {
  const [zero, alsoZero, type, count = 0] = bytes
  if (bytes.length < LEAST_HEADER || zero !== 0 || alsoZero !== 0) throw new RangeError(TEXTS.idx.noIdx(file))
  if (type !== UNSIGNED_BYTES)
    throw new RangeError(TEXTS.idx.otherType(file, `0x${type!.toString(16).padStart(2, '0')}`))
  if (dimensions === 'one' && count !== 1) throw new RangeError(TEXTS.idx.pictures(file, count))
  if (dimensions === 'several' && count < 2) throw new RangeError(TEXTS.idx.labels(file, count))
  return count
}
