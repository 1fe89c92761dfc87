import { readHeader, type Entry } from './header'
import { numberAt } from './numberAt'
import { quoted } from './quoted'
import { isWeightType, TYPE_BYTES, type TensorType } from './tensor'
import { TEXTS } from './texts'

/** A tensor of a file. */
export interface Tensor {
  readonly name: string
  readonly type: TensorType
  /** [dimensions] */
  readonly shape: readonly number[]
  /** its numbers, row-major: a copy. Throws a `RangeError` where it holds no weights. */
  read(): Float64Array
  /** the whole number of a scalar of type I64; null where it is none that is exact and not negative */
  readCount(): number | null
}

/**
 * The tensors of a safetensors file (version 1: length, header in JSON, numbers with the low byte first) by name. The header
 * is checked against the file before anything is made of it. Throws a `RangeError` that names `file` for bytes that are no
 * such file.
 */
export function parseSafetensors(file: string, bytes: Uint8Array): ReadonlyMap<string, Tensor> {
  const { entries, data } = readHeader(file, bytes)
  return new Map(entries.map(entry => [entry.name, tensorOf(file, entry, data)]))
}

function tensorOf(file: string, { name, type, shape, begin, end }: Entry, data: Uint8Array): Tensor {
  const view = (): DataView => new DataView(data.buffer, data.byteOffset + begin, end - begin)
  return {
    ...{ name, type, shape },
    read: () => numbersIn(file, name, type, view()),
    readCount: () => (type === 'I64' && end - begin === TYPE_BYTES.I64 ? countIn(view()) : null)
  }
}

function numbersIn(file: string, name: string, type: TensorType, view: DataView): Float64Array {
  if (!isWeightType(type)) throw new RangeError(TEXTS.tensor(file, quoted(name), TEXTS.otherType(type)))
  const size = TYPE_BYTES[type]
  const values = new Float64Array(view.byteLength / size) // [shape]
  for (let i = 0; i < values.length; i++) values[i] = numberAt(view, i * size, type)
  return values
}

function countIn(view: DataView): number | null {
  const count = Number(view.getBigInt64(0, true))
  return Number.isSafeInteger(count) && count >= 0 ? count : null
}
