import { arrayPath } from '../../text'
import { readNpyHeader, type NpyHeader } from './header'
import { arrayBytes, type ArrayBytes } from './member'
import { TEXTS } from '../texts/texts'

/** An array whose header is known and whose numbers are still packed. */
export interface NpyArray extends NpyHeader {
  /** how sentences call it */
  readonly label: string
  readonly bytes: ArrayBytes
}

/** Opens the array at `path` of a cell. Throws a `RangeError` for what is no array of plain numbers. */
export function openArray(path: string, read: (file: string) => Uint8Array): NpyArray {
  const place = arrayPath(path)
  const bytes = arrayBytes(place, read(place.file))
  return { ...readNpyHeader(bytes.label, bytes.beginning), label: bytes.label, bytes }
}

/**
 * The first `count` rows [count × width] of an array, each flattened as numpy.reshape(count, -1) does, whatever the order in memory.
 * Throws a `RangeError` for an array that is cut off, and with its place for a number that is not finite or not exact.
 */
export function rowsOf(array: NpyArray, count: number, width: number, most: number): Float64Array {
  const { type, label } = array
  const data = dataOf(array, most)
  const view = new DataView(data.buffer, data.byteOffset, data.length)
  const { row, columns } = stridesOf(array, width)
  const values = new Float64Array(count * width) // [count × width]
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < width; j++) {
      const value = type.read(view, (i * row + columns[j]!) * type.size)
      if (!isFit(value, type.kind)) throw unfit(label, array.shape, i, j, value)
      values[i * width + j] = value
    }
  }
  return values
}

function dataOf({ bytes, label, length, shape, type }: NpyArray, most: number): Uint8Array {
  const all = bytes.all(most)
  const due = length + shape.reduce((product, size) => product * size, type.size)
  if (all.length === due) return all.subarray(length)
  const { tooShort, tooLong } = TEXTS.file
  throw new RangeError((all.length < due ? tooShort : tooLong)(label, due, all.length))
}

/** How many numbers apart two rows are, and where in a row each of its flattened columns is. */
function stridesOf({ shape, fortran }: NpyHeader, width: number): { row: number; columns: Float64Array } {
  if (!fortran) return { row: width, columns: Float64Array.from({ length: width }, (_, j) => j) }
  const columns = new Float64Array(width) // [width]
  for (let j = 0; j < width; j++) columns[j] = fortranOffset(shape, j)
  return { row: 1, columns }
}

/** Where the number is whose indices behind the first are the digits of `column`, the last one fastest. */
function fortranOffset(shape: readonly number[], column: number): number {
  const indices = placeIn(shape, column)
  let [offset, stride] = [0, shape[0] ?? 1]
  indices.forEach((index, i) => {
    offset += index * stride
    stride *= shape[i + 1]!
  })
  return offset
}

/** The indices behind the first of a flattened column. */
export function placeIn(shape: readonly number[], column: number): number[] {
  const place: number[] = []
  let rest = column
  for (const size of shape.slice(1).reverse()) {
    place.unshift(rest % size)
    rest = Math.floor(rest / size)
  }
  return place
}

const isFit = (value: number, kind: NpyHeader['type']['kind']): boolean =>
  kind === 'whole' ? Number.isSafeInteger(value) : Number.isFinite(value)

function unfit(label: string, shape: readonly number[], row: number, column: number, value: number): RangeError {
  const place = `${label} [${[row, ...placeIn(shape, column)].join(', ')}]`
  if (Number.isNaN(value)) return new RangeError(TEXTS.npy.nan(place))
  return new RangeError(Number.isFinite(value) ? TEXTS.npy.tooLarge(place) : TEXTS.npy.infinite(place, value))
}
