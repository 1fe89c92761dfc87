import { deflate, inflate } from './bytes'
import { RecordError, asArray, asObject, asString } from './parse'
import { ABSENT, powerOfTwo, scaled } from './scaled'
import { columnRange, type Table } from './table'

/** Columns of one text: large enough to pack well, small enough that a growing record costs little to encode again. */
export const CHUNK = 256

/**
 * A table as texts, each of `CHUNK` columns (the last of fewer). Columns never change once they are recorded, so `known`, the
 * full texts of an earlier state of the same table, need not be made again.
 */
export function encodeTable(table: Table, bits = 24, known: readonly string[] = []): string[] {
  const chunks = Array.from({ length: Math.ceil(table.columns / CHUNK) }, (_, i) => i)
  return chunks.map(i => known[i] ?? encodeChunk(columnsOf(table, i), bits))
}

/**
 * A chunk as text: the mantissas, rounded to their leading `bits`, as float32 and the exponents as int32, their bytes
 * gathered plane by plane (first bytes of all numbers, then second bytes …, which deflate packs far better), deflated by
 * fflate (its version is pinned, so the same numbers give the same text everywhere), base64. Little-endian on all machines.
 */
function encodeChunk(table: Table, bits: number): string {
  const size = table.columns * table.layers
  const bytes = new Uint8Array(size * 8) // [8 planes × size]
  for (let i = 0; i < size; i++) {
    const { mantissa, exponent } = rounded(table.mantissa[i]!, table.exponent[i]!, bits)
    putWord(bytes, 0, size, i, float32Bits(mantissa))
    putWord(bytes, 4, size, i, exponent)
  }
  return deflate(bytes)
}

/** Spreads the four bytes of `word` over four planes, the lowest first. */
function putWord(bytes: Uint8Array, plane: number, size: number, i: number, word: number): void {
  for (let k = 0; k < 4; k++) bytes[(plane + k) * size + i] = word >>> (8 * k)
}

const wordAt = (bytes: Uint8Array, plane: number, size: number, i: number): number =>
  bytes[plane * size + i]! |
  (bytes[(plane + 1) * size + i]! << 8) |
  (bytes[(plane + 2) * size + i]! << 16) |
  (bytes[(plane + 3) * size + i]! << 24)

/** The table that `encodeTable` wrote; throws a `RecordError` at `path` if a text is damaged or of another size. */
export function decodeTable(texts: unknown, columns: number, layers: number, path: string): Table {
  const chunks = asArray(texts, path)
  const due = Math.ceil(columns / CHUNK)
  if (chunks.length !== due) throw new RecordError(path, `${due} texts for ${columns} columns, not ${chunks.length}`)
  const widths = chunks.map((_, i) => Math.min(CHUNK, columns - i * CHUNK))
  const bytes = chunks.map((text, i) => inflate(asString(text, path), widths[i]! * layers * 8, path))
  const size = columns * layers
  const table: Table = { columns, layers, mantissa: new Float64Array(size), exponent: new Int32Array(size) }
  bytes.forEach((chunk, i) => decodeChunk(chunk, columnsOf(table, i), path))
  return table
}

/** A table for each of `names` in the mapping `value`. */
export function decodeTables<Name extends string>(
  names: readonly Name[],
  value: unknown,
  columns: number,
  layers: number,
  path: string
): Record<Name, Table> {
  const fields = asObject(value, path)
  const entries = names.map(name => [name, decodeTable(fields[name], columns, layers, `${path}.${name}`)])
  return Object.fromEntries(entries) as Record<Name, Table>
}

function decodeChunk(bytes: Uint8Array, table: Table, path: string): void {
  const size = table.columns * table.layers
  for (let i = 0; i < size; i++) {
    floatBits[0] = wordAt(bytes, 0, size, i)
    const mantissa = float[0]!
    if (!isNormal(mantissa)) throw new RecordError(path, 'numbers whose mantissas are from 1 to 2')
    table.mantissa[i] = mantissa
    table.exponent[i] = wordAt(bytes, 4, size, i)
  }
}

/** As `scaled` leaves a mantissa. */
function isNormal(mantissa: number): boolean {
  const size = Math.abs(mantissa)
  return (size >= 1 && size < 2) || !(size > 0 && size < Infinity)
}

/** The columns of chunk `i`, sharing the memory of `table`. */
const columnsOf = (table: Table, i: number): Table =>
  columnRange(table, i * CHUNK, Math.min(table.columns, (i + 1) * CHUNK))

/**
 * To the nearest mantissa of `bits` ≤ 24 bits: Veltkamp's splitting (Dekker 1971) drops the rest. A
 * mantissa that rounds up to 2 carries into the exponent.
 */
export function rounded(mantissa: number, exponent: number, bits: number): { mantissa: number; exponent: number } {
  if (exponent === ABSENT) return { mantissa: NaN, exponent }
  if (!Number.isFinite(mantissa)) return { mantissa, exponent }
  const large = mantissa * (powerOfTwo(53 - bits) + 1)
  return scaled(large - (large - mantissa), exponent)
}

const QUIET_NAN = 0x7fc00000
const float = new Float32Array(1)
const floatBits = new Uint32Array(float.buffer)

/** One bit pattern for every NaN: machines differ in a NaN's sign and payload. */
function float32Bits(value: number): number {
  float[0] = value
  return Number.isNaN(value) ? QUIET_NAN : floatBits[0]!
}
