import { NotebookFormatError } from './formatError'
import { TEXTS } from './texts'

/** JavaScript holds no longer texts on every host (2²⁹ characters less a few). */
const MOST_BYTES = 500_000_000

/** The text of a file's bytes, without a byte order mark; throws a `NotebookFormatError` for bytes that are not UTF-8, or too many. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES) throw new NotebookFormatError(TEXTS.tooLarge, '', 0)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const before = new TextDecoder('utf-8').decode(bytes.subarray(0, firstBroken(bytes)), { stream: true })
    throw new NotebookFormatError(TEXTS.notUtf8, before, before.length)
  }
}

/** Where the bytes differ from those of the text that they would be read as. */
function firstBroken(bytes: Uint8Array): number {
  const read = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const again = new TextEncoder().encode(read)
  return again.findIndex((byte, i) => byte !== bytes[i])
}
