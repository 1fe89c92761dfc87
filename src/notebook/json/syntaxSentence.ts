import { printParseErrorCode, type ParseErrorCode } from 'jsonc-parser'
import { TEXTS } from '../texts'

/** What git leaves in a file where two versions could not be merged; no line of JSON can begin like this. */
const CONFLICT_MARKER = /^(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)/m

/** Why `text` is no JSON, and the place to look at: an error's arguments. */
export function syntaxSentence(
  text: string,
  code: ParseErrorCode,
  offset: number
): [sentence: string, text: string, offset: number] {
  const marker = CONFLICT_MARKER.exec(text)
  return marker
    ? [TEXTS.mergeConflict(marker[1]!), text, marker.index]
    : [plainSentence(text, code, offset), text, offset]
}

function plainSentence(text: string, code: ParseErrorCode, offset: number): string {
  if (text.trim() === '') return TEXTS.empty
  if (text.slice(offset).trim() === '') return TEXTS.cutOff
  const words = printParseErrorCode(code).replace(/([A-Z])/g, ' $1')
  return TEXTS.notJson(words.trim().toLowerCase())
}
