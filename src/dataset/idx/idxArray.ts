/** Unsigned bytes of any shape. */
export interface IdxArray {
  /** [dimensions] */
  readonly shape: readonly number[]
  /** row-major, the last dimension fastest */
  readonly values: Uint8Array
}

const UNSIGNED_BYTES = 0x08
const LEAST_HEADER = 4

/**
 * Reads an IDX file (LeCun, Cortes & Burges, the MNIST database): two zero bytes, the type of the values, the number of
 * dimensions, each of them as a 32-bit integer with the high byte first, then the values. `dimensions` says how many there
 * must be. Throws a `RangeError` for what is no such file, of another type, too short or too long.
 */
export function readIdx(file: string, bytes: Uint8Array, dimensions: 'one' | 'several'): IdxArray {
  const count = checkedMagic(file, bytes, dimensions)
  const header = LEAST_HEADER + 4 * count
  if (bytes.length < header) throw new RangeError(`${file} is cut off in its header`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, header)
  const shape = Array.from({ length: count }, (_, i) => view.getUint32(LEAST_HEADER + 4 * i))
  const due = header + shape.reduce((product, size) => product * size, 1)
  if (bytes.length !== due)
    throw new RangeError(
      `${file} ${bytes.length < due ? 'is cut off' : 'is too long'}: its header tells of ${due} bytes, it has ${bytes.length}`
    )
  return { shape, values: bytes.subarray(header) }
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
