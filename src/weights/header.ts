import { strangerSentence } from '../text'
import { quoted } from './quoted'
import { LENGTH_BYTES, METADATA, TYPE_BYTES, type TensorType } from './tensor'
import { TEXTS } from './texts'

/** What the header tells of a tensor: its numbers stand at data[begin … end - 1]. */
export interface Entry {
  readonly name: string
  readonly type: TensorType
  readonly shape: readonly number[]
  readonly begin: number
  readonly end: number
}

/** The names and places of more than ten thousand layers; a longer header would take much memory to read. */
const MOST_HEADER_BYTES = 10_000_000

/** The header's entries in the order of their data, which they cover without a gap, and the data. Throws a `RangeError`. */
export function readHeader(file: string, bytes: Uint8Array): { entries: readonly Entry[]; data: Uint8Array } {
  const sentence = strangerSentence(file, bytes, 'safetensors')
  if (sentence !== null) throw new RangeError(sentence)
  const wrong = (what: string): RangeError => new RangeError(TEXTS.notSafetensors(file, what))
  const length = headerLength(file, bytes, wrong)
  const data = bytes.subarray(LENGTH_BYTES + length)
  const json = jsonOf(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length), wrong)
  const entries = Object.entries(json)
    .filter(([name]) => name !== METADATA)
    .map(([name, value]) => entryOf(file, name, value))
    .sort((a, b) => a.begin - b.begin || a.end - b.end)
  checkCoverage(file, entries, data.length, wrong)
  return { entries, data }
}

type Wrong = (what: string) => RangeError

const BRACE = 0x7b
const cutOff = (file: string, why: string): RangeError => new RangeError(TEXTS.cutOff(file, why))

function headerLength(file: string, bytes: Uint8Array, wrong: Wrong): number {
  if (bytes.length < LENGTH_BYTES) throw wrong(TEXTS.tooShort)
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset, LENGTH_BYTES).getBigUint64(0, true))
  if (length > MOST_HEADER_BYTES) throw wrong(TEXTS.longHeader(length))
  const follow = bytes.length - LENGTH_BYTES
  if (length <= follow) return length
  const sentence = TEXTS.headerBeyondEnd(length, follow)
  throw bytes[LENGTH_BYTES] === BRACE ? cutOff(file, sentence) : wrong(sentence)
}

function jsonOf(bytes: Uint8Array, wrong: Wrong): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
    if (isMapping(value)) return value
  } catch {
    throw wrong(TEXTS.headerNoJson)
  }
  throw wrong(TEXTS.headerNoObject)
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function entryOf(file: string, name: string, value: unknown): Entry {
  const wrong = (what: string): RangeError => new RangeError(TEXTS.tensor(file, quoted(name), what))
  if (!isMapping(value)) throw wrong(TEXTS.noFields)
  const { dtype, shape, data_offsets: offsets } = value
  if (typeof dtype !== 'string' || !Object.hasOwn(TYPE_BYTES, dtype))
    throw wrong(TEXTS.otherType(typeof dtype === 'string' ? quoted(dtype) : TEXTS.noType))
  if (!isCounts(shape)) throw wrong(TEXTS.badShape)
  if (!isCounts(offsets) || offsets.length !== 2) throw wrong(TEXTS.badOffsets)
  const [begin, end] = offsets as [number, number]
  const bytes = shape.reduce((product, size) => product * size, TYPE_BYTES[dtype as TensorType])
  if (end - begin !== bytes) throw wrong(TEXTS.otherBytes(end - begin, bytes))
  return { name, type: dtype as TensorType, shape, begin, end }
}

const isCounts = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every(count => Number.isSafeInteger(count) && count >= 0)

/** The tensors must follow each other and fill the data: else two would share bytes, or some bytes would be hidden. */
function checkCoverage(file: string, entries: readonly Entry[], length: number, wrong: Wrong): void {
  let covered = 0
  for (const { name, begin, end } of entries) {
    if (begin !== covered) throw wrong((begin < covered ? TEXTS.overlaps : TEXTS.gapBefore)(quoted(name)))
    covered = end
  }
  const sentence = TEXTS.otherSize(covered, length)
  if (covered > length) throw cutOff(file, sentence)
  if (covered < length) throw wrong(sentence)
}
