import { Unzlib, unzlibSync, zlibSync } from 'fflate'
import { fromUint8Array } from 'js-base64'
import { RecordError } from './parse'

/** Bytes as text: deflated by fflate (its version is pinned, so the same bytes give the same text everywhere), base64. */
export const deflate = (bytes: Uint8Array): string => toBase64(zlibSync(bytes, { level: 6 }))

/** One after another. */
export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

/** Bytes as text, base64. */
export const toBase64 = (bytes: Uint8Array): string => fromUint8Array(bytes)

/** The bytes of a text in base64; throws where it is none. Five times as quick as a library's, which forgives what is not base64. */
export function fromBase64(text: string): Uint8Array {
  const characters = atob(text)
  const bytes = new Uint8Array(characters.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i)
  return bytes
}

/** Deflate packs at most 1,032 bytes into one, and takes little more room than what it cannot pack. */
const MOST_PACKED = 1032
const mostText = (size: number): number => 2 * size + 1000

/**
 * The `size` bytes that `deflate` made `text` of; a `RecordError` that names `path` where it did not, or where a bit of it is wrong.
 * Neither time nor memory is spent on more than `size` bytes, whatever the text would unpack to.
 */
export function inflate(text: string, size: number, path: string): Uint8Array {
  if (size > text.length * MOST_PACKED || text.length > mostText(size))
    throw new RecordError(path, `${size} bytes of numbers`)
  let bytes: Uint8Array
  try {
    bytes = unpacked(fromBase64(text), size)
  } catch {
    throw new RecordError(path, 'deflated numbers in base64')
  }
  if (bytes.length !== size) throw new RecordError(path, `${size} bytes of numbers, not ${bytes.length}`)
  return bytes
}

/** Packed bytes that are unpacked at once; less than 68 megabytes come of them. */
const SLICE = 65_536

/** What `packed` holds, or its first bytes where these are more than `size`; throws where it is damaged. */
function unpacked(packed: Uint8Array, size: number): Uint8Array {
  const bytes = packed.length <= SLICE ? unzlibSync(packed, { out: new Uint8Array(size + 1) }) : inSlices(packed, size)
  if (bytes.length === size && adler32(bytes) !== checksumOf(packed)) throw new RangeError('the checksum is another')
  return bytes
}

function inSlices(packed: Uint8Array, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let place = 0
  const stream = new Unzlib(part => {
    bytes.set(part, place) // a RangeError where it is too much
    place += part.length
  })
  for (let from = 0; from < packed.length; from += SLICE)
    stream.push(packed.subarray(from, from + SLICE), from + SLICE >= packed.length)
  return bytes.subarray(0, place)
}

/** The last four bytes of zlib's form (RFC 1950). */
const checksumOf = (packed: Uint8Array): number =>
  new DataView(packed.buffer, packed.byteOffset + packed.length - 4, 4).getUint32(0)

/** The sums of as many bytes stay below 2³¹, where machines add quickest. */
const ADLER_RUN = 3800
const ADLER_PRIME = 65521

/** RFC 1950's checksum, which fflate writes and does not read. */
function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0]
  for (let from = 0; from < bytes.length; from += ADLER_RUN) {
    const end = Math.min(bytes.length, from + ADLER_RUN)
    for (let i = from; i < end; i++) {
      a = (a + bytes[i]!) | 0
      b = (b + a) | 0
    }
    a %= ADLER_PRIME
    b %= ADLER_PRIME
  }
  return ((b << 16) | a) >>> 0
}
