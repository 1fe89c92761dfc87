import { strangerSentence, type WantedFile } from '../text'
import { beginningOf, isGzip, unpacked } from './gzip'

/** What a file begins with, unpacked: enough for the header of any kind that is read. */
const BEGINNING_BYTES = 4096

/**
 * The first bytes of a data file, unpacked where it is gzip. Throws a `RangeError` where it is something else than what is
 * `wanted`, a web page for example, and says what it is and what to do.
 */
export function beginning(file: string, bytes: Uint8Array, wanted: WantedFile): Uint8Array {
  const first = beginningOf(file, bytes, BEGINNING_BYTES)
  const sentence = strangerSentence(file, isGzip(bytes) ? first : bytes, wanted)
  if (sentence !== null) throw new RangeError(sentence)
  return first
}

/** All bytes of a data file, unpacked where it is gzip. Throws as `beginning` and `unpacked` do. */
export function contents(file: string, bytes: Uint8Array, wanted: WantedFile, most: number): Uint8Array {
  beginning(file, bytes, wanted)
  return unpacked(file, bytes, most)
}
