import { readHeader, type Entry } from './header'
import { TYPE_BYTES, type TensorType } from './tensor'

/** A tensor of a file. */
export interface Tensor {
  readonly type: TensorType
  /** [dimensions] */
  readonly shape: readonly number[]
  /** its numbers, row-major: a copy */
  read(): Float64Array
}

/**
 * The tensors of a safetensors file (version 1: length, header in JSON, numbers with the low byte first) by name. The header
 * is checked against the file before anything is made of it. Throws a `RangeError` that names `file` for bytes that are no
 * such file, and for numbers other than F32, F64 and I64.
 */
export function parseSafetensors(file: string, bytes: Uint8Array): ReadonlyMap<string, Tensor> {
  const { entries, data } = readHeader(file, bytes)
  return new Map(entries.map(entry => [entry.name, tensorOf(entry, data)]))
}

function tensorOf({ type, shape, begin, end }: Entry, data: Uint8Array): Tensor {
  const read = (): Float64Array => {
    const view = new DataView(data.buffer, data.byteOffset + begin, end - begin)
    const size = TYPE_BYTES[type]
    const values = new Float64Array((end - begin) / size) // [shape]
    for (let i = 0; i < values.length; i++) values[i] = numberAt(view, i * size, type)
    return values
  }
  return { type, shape, read }
}

function numberAt(view: DataView, at: number, type: TensorType): number {
  if (type === 'I64') return Number(view.getBigInt64(at, true))
  return type === 'F32' ? view.getFloat32(at, true) : view.getFloat64(at, true)
}
