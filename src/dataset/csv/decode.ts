import { quoted } from './quoted'
import { TEXTS } from '../texts/texts'

/** A file's text, and how it was written. */
export interface DecodedText {
  /** lines end with LF; no byte order mark */
  readonly text: string
  readonly encoding: 'UTF-8' | 'UTF-16'
}

/**
 * The text of a file in UTF-8 or UTF-16, with or without a byte order mark; lines may end with LF, CRLF or CR. Throws a
 * `RangeError` that says how to save it for any other: which characters other bytes mean is a guess.
 */
export function decode(file: string, bytes: Uint8Array): DecodedText {
  const wide = utf16Of(bytes)
  const text = wide === null ? utf8(file, bytes) : new TextDecoder(wide, { fatal: false }).decode(bytes)
  if (text.includes('\0')) throw new RangeError(TEXTS.file.notText(file))
  return { text: withLineFeeds(text), encoding: wide === null ? 'UTF-8' : 'UTF-16' }
}

/** As String.replace is slow where there is much to replace. */
const withLineFeeds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)

type Utf16 = 'utf-16le' | 'utf-16be'

/** By its byte order mark; without one where every other byte of the beginning is 0 and hardly one between, as in Latin text. */
function utf16Of(bytes: Uint8Array): Utf16 | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (bytes.length < 2 || bytes.length % 2 === 1) return null
  const zeros = [0, 0] // at even and at odd places
  const probed = Math.min(bytes.length, 1000)
  for (let i = 0; i < probed; i++) if (bytes[i] === 0) zeros[i % 2]!++
  if (zeros[0] === 0 && zeros[1]! > 0.35 * probed) return 'utf-16le'
  return zeros[1] === 0 && zeros[0]! > 0.35 * probed ? 'utf-16be' : null
}

function utf8(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new RangeError(TEXTS.file.notUtf8(file, badByte(bytes)))
  }
}

/** "line 3 has the byte 0xE4": no character of UTF-8 goes beyond its line, so that each can be tried alone. */
function badByte(bytes: Uint8Array): string {
  for (let line = 1, start = 0; start < bytes.length; line++) {
    const next = bytes.indexOf(LINE_FEED, start)
    const end = next < 0 ? bytes.length : next
    if (!isUtf8(bytes.subarray(start, end))) return firstHighByte(line, bytes.subarray(start, end))
    start = end + 1
  }
  return TEXTS.file.endCutOff
}

const LINE_FEED = 0x0a

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The line up to there, which reads the same in every common encoding, and the byte. */
function firstHighByte(number: number, line: Uint8Array): string {
  const place = line.findIndex(byte => byte >= 0x80)
  const before = new TextDecoder('utf-8', { fatal: false }).decode(line.subarray(Math.max(0, place - 20), place))
  return TEXTS.file.badByte(number, `0x${line[place]!.toString(16).toUpperCase()}`, quoted(before))
}
