import { float16 } from '../../engine/half'
import { visibleLine } from '../../text'
import { TEXTS } from '../texts/texts'

/** How an array's numbers are written. */
export interface NumberType {
  /** bytes of a number */
  readonly size: number
  readonly kind: 'truth' | 'whole' | 'real'
  /** The number at a byte; of whole numbers beyond ±2^53 it is not the exact one. */
  read(view: DataView, at: number): number
}

type Read = (view: DataView, at: number, little: boolean) => number

const READERS: Readonly<Record<string, readonly [size: number, kind: NumberType['kind'], read: Read]>> = {
  b1: [1, 'truth', (view, at) => view.getUint8(at)],
  i1: [1, 'whole', (view, at) => view.getInt8(at)],
  u1: [1, 'whole', (view, at) => view.getUint8(at)],
  i2: [2, 'whole', (view, at, little) => view.getInt16(at, little)],
  u2: [2, 'whole', (view, at, little) => view.getUint16(at, little)],
  i4: [4, 'whole', (view, at, little) => view.getInt32(at, little)],
  u4: [4, 'whole', (view, at, little) => view.getUint32(at, little)],
  i8: [8, 'whole', (view, at, little) => Number(view.getBigInt64(at, little))],
  u8: [8, 'whole', (view, at, little) => Number(view.getBigUint64(at, little))],
  f2: [2, 'real', (view, at, little) => float16(view.getUint16(at, little))],
  f4: [4, 'real', (view, at, little) => view.getFloat32(at, little)],
  f8: [8, 'real', (view, at, little) => view.getFloat64(at, little)]
}

/** What NumPy's other types are, and what to do about them. */
const OTHERS: readonly (readonly [pattern: RegExp, sentence: (array: string) => string])[] = [
  [/^O/, TEXTS.npy.types.objects],
  [/^[USa]/, TEXTS.npy.types.text],
  [/^c/, TEXTS.npy.types.complex],
  [/^M/, TEXTS.npy.types.dates],
  [/^m/, TEXTS.npy.types.durations],
  [/^V/, TEXTS.npy.types.rawBytes],
  [/^f/, TEXTS.npy.types.extended]
]

/** The type that `descr` names, "<f8" for example. Throws a `RangeError` for what is not a plain number. */
export function numberType(file: string, descr: string): NumberType {
  const [, order, name = ''] = /^([<>|=])(.*)$/s.exec(descr) ?? []
  if (Object.hasOwn(READERS, name)) {
    const [size, kind, read] = READERS[name]!
    return { size, kind, read: (view, at) => read(view, at, order !== '>') }
  }
  const sentence = OTHERS.find(([pattern]) => pattern.test(name))?.[1]
  const written = visibleLine(JSON.stringify(descr.slice(0, 40)))
  throw new RangeError(sentence?.(file) ?? TEXTS.npy.unknownType(file, written))
}
