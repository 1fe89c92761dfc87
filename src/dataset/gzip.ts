import { Inflate } from 'pako'
import { ByteSink } from './byteSink'
import { LimitError } from './limits'
import { TEXTS } from './texts/texts'

/** zlib's windowBits for gzip alone (RFC 1952), with the largest window. */
const GZIP = 31
const CHUNK_BYTES = 1 << 16

/** True for bytes that begin as gzip does. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/**
 * The bytes as they are, or what they unpack to where they begin as gzip does, whatever the file's name: one member or several,
 * with zeros after them, each with its checksum and length verified. Throws a `RangeError` for a file that is cut off or damaged,
 * and as soon as it unpacks to more than `most` bytes.
 */
export const unpacked = (file: string, bytes: Uint8Array, most: number): Uint8Array =>
  isGzip(bytes) ? inflated(file, [bytes], expectedSize(bytes, most), most) : bytes

/** The first `count` bytes of what `unpacked` gives, or all where there are fewer; no more than that is unpacked. */
export const beginningOf = (file: string, bytes: Uint8Array, count: number): Uint8Array =>
  isGzip(bytes) ? inflatedBeginning(file, [bytes], count) : bytes.subarray(0, count)

/** What the `parts` of a gzip file, one after the other, unpack to; `expected` bytes as far as that is known. Throws as `unpacked` does. */
export function inflated(file: string, parts: readonly Uint8Array[], expected: number, most: number): Uint8Array {
  const sink = new ByteSink(expected)
  inflateMembers(file, parts, chunk => {
    if (sink.length + chunk.length > most) throw tooLarge(file, most)
    sink.push(chunk)
  })
  return sink.bytes()
}

/** The first `count` bytes of it. */
export function inflatedBeginning(file: string, parts: readonly Uint8Array[], count: number): Uint8Array {
  const sink = new ByteSink(count)
  try {
    inflateMembers(file, parts, chunk => {
      sink.push(chunk.subarray(0, count - sink.length))
      if (sink.length === count) throw ENOUGH
    })
  } catch (error) {
    if (error !== ENOUGH) throw error
  }
  return sink.bytes()
}

const ENOUGH = Symbol('enough')

const tooLarge = (file: string, most: number): LimitError =>
  new LimitError(TEXTS.file.unpacksToMore(file, most), { limit: 'fileBytes', value: null, most })

/** Deflate packs to no less than a 1032nd. */
const MOST_RATIO = 1032

/** The last four bytes tell the size of a whole file of one member: good for a first guess of the room, and for nothing else. */
function expectedSize(bytes: Uint8Array, most: number): number {
  const told =
    bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true)
  return told > MOST_RATIO * bytes.length ? 0 : Math.min(told, most)
}

/** Unpacks the members one after the other; zeros may follow them, as on tapes. */
function inflateMembers(file: string, parts: readonly Uint8Array[], take: (chunk: Uint8Array) => void): void {
  let rest = parts
  do rest = [withoutZeros(inflateMember(file, rest, take))]
  while (rest[0]!.length > 0)
}

/** Unpacks one member, or several in a row; the bytes of the last part after them. */
function inflateMember(file: string, parts: readonly Uint8Array[], take: (chunk: Uint8Array) => void): Uint8Array {
  const inflate = new Inflate({ windowBits: GZIP, chunkSize: CHUNK_BYTES })
  let stream = { avail_in: 0 }
  inflate.onStart = started => (stream = started)
  inflate.onData = take
  parts.forEach((part, i) => inflate.push(part, i === parts.length - 1))
  if (inflate.err !== 0) throw new RangeError(sentenceOf(inflate.err, inflate.msg)(file))
  const last = parts.at(-1)!
  return last.subarray(last.length - stream.avail_in)
}

/** zlib's own words. */
const Z_BUF_ERROR = -5
const INCORRECT_DATA = /^incorrect data/
const INCORRECT_LENGTH = /^incorrect length/

/** What zlib's error means: it ran out of bytes, or what it read contradicts itself. */
function sentenceOf(code: number, message: string): (file: string) => string {
  const { cutOff, damaged, wrongChecksum, wrongLength } = TEXTS.file
  if (code === Z_BUF_ERROR) return cutOff
  if (INCORRECT_DATA.test(message)) return wrongChecksum
  return INCORRECT_LENGTH.test(message) ? wrongLength : damaged
}

function withoutZeros(bytes: Uint8Array): Uint8Array {
  let start = 0
  while (bytes[start] === 0) start++
  return bytes.subarray(start)
}
