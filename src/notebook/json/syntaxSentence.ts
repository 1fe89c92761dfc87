import { printParseErrorCode, type ParseErrorCode } from 'jsonc-parser'

/** What git leaves in a file where two versions could not be merged; no line of JSON can begin like this. */
const CONFLICT_MARKER = /^(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)/m

/** Why `text` is no JSON, and the place to look at: an error's arguments. */
export function syntaxSentence(
  text: string,
  code: ParseErrorCode,
  offset: number
): [sentence: string, text: string, offset: number] {
  const marker = CONFLICT_MARKER.exec(text)
  return marker ? [conflictSentence(marker[1]!), text, marker.index] : [plainSentence(text, code, offset), text, offset]
}

const conflictSentence = (marker: string): string =>
  `the file has an unresolved merge conflict (${marker}); keep one of the two versions and delete the lines that begin with <<<<<<<, ======= and >>>>>>>`

function plainSentence(text: string, code: ParseErrorCode, offset: number): string {
  if (text.trim() === '') return 'the file is empty'
  if (text.slice(offset).trim() === '') return 'the file ends in the middle: it may be half-written'
  const words = printParseErrorCode(code).replace(/([A-Z])/g, ' $1')
  return `this is not JSON (${words.trim().toLowerCase()})`
}
