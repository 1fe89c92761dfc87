import { beginning } from '../contents'
import { unpacked } from '../gzip'

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
  if (first.length < length) throw new RangeError(`${file} is cut off in its header: download it again`)
  const view = new DataView(first.buffer, first.byteOffset, length)
  return { shape: Array.from({ length: count }, (_, i) => view.getUint32(LEAST_HEADER + 4 * i)), length }
}

/** The unsigned bytes after the header, row-major, the last dimension fastest. Throws a `RangeError` where they are too few or many. */
export function readIdxValues(file: string, bytes: Uint8Array, header: IdxHeader, most: number): Uint8Array {
  const all = unpacked(file, bytes, most)
  const due = header.length + header.shape.reduce((product, size) => product * size, 1)
  if (all.length === due) return all.subarray(header.length)
  const fault = all.length < due ? 'is cut off' : 'is too long'
  throw new RangeError(`${file} ${fault}: its header tells of ${due} bytes, it has ${all.length}; download it again`)
}

/** The number of dimensions, from the first four bytes. */
function checkedMagic(file: string, bytes: Uint8Array, dimensions: 'one' | 'several'): number {
  const [zero, alsoZero, type, count = 0] = bytes
  if (bytes.length < LEAST_HEADER || zero !== 0 || alsoZero !== 0)
    throw new RangeError(`${file} is not an IDX file: it must begin with two zero bytes`)
  if (type !== UNSIGNED_BYTES)
    throw new RangeError(
      `${file} holds values of type 0x${type!.toString(16).padStart(2, '0')}; only unsigned bytes (0x08) are read`
    )
  if (dimensions === 'one' && count !== 1)
    throw new RangeError(`${file} has ${count} dimensions, as pictures do; labels have one`)
  if (dimensions === 'several' && count < 2)
    throw new RangeError(`${file} has ${count} dimension, as labels do; pictures have two or more`)
  return count
}
