import { unzlibSync, zlibSync } from 'fflate'
import { fromUint8Array, toUint8Array } from 'js-base64'
import { RecordError, asString } from './parse'
import { ABSENT, scaled } from './scaled'
import { emptyTable, type Table } from './table'

/**
 * A table as text: the mantissas as float32 and the exponents as int32, their bytes gathered plane by plane (first bytes of
 * all numbers, then second bytes …, which deflate packs far better), deflated by fflate (its version is pinned, so the same
 * numbers give the same text everywhere), base64. Little-endian whatever the machine.
 */
export function encodeTable(table: Table): string {
  const size = table.columns * table.layers
  const bytes = new Uint8Array(size * 8)
  const view = new DataView(new ArrayBuffer(8))
  for (let i = 0; i < size; i++) {
    const { mantissa, exponent } = rounded(table.mantissa[i]!, table.exponent[i]!)
    view.setUint32(0, float32Bits(mantissa), true)
    view.setInt32(4, exponent, true)
    for (let plane = 0; plane < 8; plane++) bytes[plane * size + i] = view.getUint8(plane)
  }
  return fromUint8Array(zlibSync(bytes, { level: 9 }))
}

/** The table that `encodeTable` wrote; throws a `RecordError` at `path` if the text is damaged or of another size. */
export function decodeTable(text: unknown, columns: number, layers: number, path: string): Table {
  const size = columns * layers
  const bytes = inflate(asString(text, path), size * 8, path)
  const table = emptyTable(columns, layers)
  const view = new DataView(new ArrayBuffer(8))
  for (let i = 0; i < size; i++) {
    for (let plane = 0; plane < 8; plane++) view.setUint8(plane, bytes[plane * size + i]!)
    table.mantissa[i] = view.getFloat32(0, true)
    table.exponent[i] = view.getInt32(4, true)
  }
  return table
}

/** To float32's 24 bits; a mantissa that rounds up to 2 carries into the exponent. */
function rounded(mantissa: number, exponent: number): { mantissa: number; exponent: number } {
  if (exponent === ABSENT) return { mantissa: NaN, exponent }
  return scaled(Math.fround(mantissa), exponent)
}

const QUIET_NAN = 0x7fc00000
const float = new Float32Array(1)
const floatBits = new Uint32Array(float.buffer)

/** One bit pattern for every NaN: machines differ in a NaN's sign and payload. */
function float32Bits(value: number): number {
  float[0] = value
  return Number.isNaN(value) ? QUIET_NAN : floatBits[0]!
}

function inflate(text: string, size: number, path: string): Uint8Array {
  // Deflate packs at most 1,032 to 1: a size beyond that is a lie, and must not make us reserve the memory.
  if (size > text.length * 1032) throw new RecordError(path, `${size} bytes of numbers`)
  let bytes: Uint8Array
  try {
    bytes = unzlibSync(toUint8Array(text), { out: new Uint8Array(size) })
  } catch {
    throw new RecordError(path, 'deflated numbers in base64')
  }
  if (bytes.length !== size) throw new RecordError(path, `${size} bytes of numbers, not ${bytes.length}`)
  return bytes
}
