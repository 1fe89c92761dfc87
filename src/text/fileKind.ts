/** What a reader of files can be asked for. */
export type WantedFile = 'csv' | 'idx' | 'npy' | 'safetensors'

/** What to do about a file of the wrong kind; weights and data may need another advice. */
export type Advice = string | { readonly weights: string; readonly data: string }

/** A kind of file that people put in another's place by mistake. */
export interface FileKind {
  /** "a web page" */
  readonly is: string
  readonly advice: Advice
  /** the reader that takes it */
  readonly takenBy?: WantedFile
  /** Whether a file of this kind begins so. */
  matches(head: Head): boolean
}

/** The first bytes of a file, also as text. */
export interface Head {
  readonly bytes: Uint8Array
  /** a character a byte, without zeros and byte order marks, so that UTF-16 reads as UTF-8 does */
  readonly text: string
  /** one of the first bytes is a control character that no text has */
  readonly isBinary: boolean
}

/** Enough for the mark of a tar archive and for comments before a page's first element. */
const HEAD_BYTES = 4096

export function headOf(file: Uint8Array): Head {
  const bytes = file.subarray(0, HEAD_BYTES)
  const text = latin1(bytes)
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
  return { bytes, text, isBinary: bytes.some(byte => byte < 9) }
}

/** A character a byte. */
export function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

type Matches = Pick<FileKind, 'matches'>

/** The text's pattern, from the first character. */
export const reads = (pattern: RegExp): Matches => ({ matches: ({ text }) => pattern.test(text) })

/** These characters, one a byte, at a place. */
export const marked = (mark: string, at = 0): Matches => ({
  matches: ({ bytes }) => latin1(bytes.subarray(at, at + mark.length)) === mark
})

/** The same where the mark alone could be the first word of a text. */
export const markedBinary = (mark: string): Matches => ({
  matches: head => head.isBinary && marked(mark).matches(head)
})
