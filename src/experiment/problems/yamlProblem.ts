import { keyless, nested } from '../yamlPlaces'
import type { Lexical } from '../lexical'
import { suggesting, type Problem } from './problem'
import { TEXTS } from '../texts/texts'

/** What the yaml library found. */
export interface YamlError {
  readonly code: string
  readonly pos: readonly [number, number]
  readonly message: string
}

/** The first error in the words of a cell: those after it mostly follow from it. */
export const yamlProblems = (errors: readonly YamlError[], text: string, lexical: Lexical): Problem[] =>
  errors.slice(0, 1).map(error => problemOf(error, text, lexical))

/** Codes that one sentence explains. */
const SENTENCES: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: TEXTS.yaml.severalDocuments,
  TAB_AS_INDENT: TEXTS.yaml.tab,
  TAG_RESOLVE_FAILED: TEXTS.yaml.noTags,
  BAD_COLLECTION_TYPE: TEXTS.yaml.noTags,
  MULTIPLE_TAGS: TEXTS.yaml.noTags,
  BLOCK_IN_FLOW: TEXTS.yaml.commas,
  BAD_ALIAS: TEXTS.yaml.anchorOrAlias,
  ALIAS_PROPS: TEXTS.yaml.aliasWithMore,
  MULTIPLE_ANCHORS: TEXTS.yaml.secondAnchor,
  BAD_PROP_ORDER: TEXTS.yaml.anchorOrAlias,
  NON_STRING_KEY: TEXTS.yaml.keyIsNoWord,
  KEY_OVER_1024_CHARS: TEXTS.yaml.keyTooLong
}

function problemOf({ code, pos, message }: YamlError, text: string, lexical: Lexical): Problem {
  const [start, end] = [pos[0], Math.max(pos[1], pos[0] + 1)]
  const at = (sentence: string): Problem => ({ code: 'yaml-syntax', message: sentence, start, end })
  if (Object.hasOwn(SENTENCES, code)) return at(SENTENCES[code]!)
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return nested(text, start)
    case 'MISSING_CHAR':
      return missing(text, start, message, lexical, at)
    case 'BAD_INDENT':
      return unclosed(message, lexical) ?? at(TEXTS.yaml.otherColumn)
    case 'BAD_SCALAR_START':
      return at(TEXTS.yaml.startsWith(text[start]!))
    case 'BAD_DQ_ESCAPE':
      return escape(text, start, message)
    case 'UNEXPECTED_TOKEN':
      return unexpected(text, start, message, at)
    default:
      return at(TEXTS.yaml.other(`${message.charAt(0).toLowerCase()}${message.slice(1)}`))
  }
}

type At = (sentence: string) => Problem

function unexpected(text: string, start: number, message: string, at: At): Problem {
  const sign = text[start] ?? ''
  if (sign === ',') return at(TEXTS.yaml.loneComma)
  if (sign === ']' || sign === '}') return at(TEXTS.yaml.closesNothing(sign, sign === ']' ? '[' : '{'))
  if (/block scalar/i.test(message)) return at(TEXTS.yaml.blockScalar)
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return at(before.trim() === '' ? TEXTS.yaml.column : TEXTS.yaml.notOfTheValue)
}

/** `"C:\data"`: a backslash in double quotes begins an escape. */
function escape(text: string, start: number, message: string): Problem {
  const written = /\\[^]*$/.exec(message)?.[0] ?? '\\'
  const isHere = text.startsWith(written, start)
  const range = { start, end: start + (isHere ? written.length : 1) }
  return { code: 'yaml-syntax', message: TEXTS.yaml.backslash, ...range, ...suggesting(isHere ? `\\${written}` : null) }
}

/** A quote or bracket that is not closed, something that is not set apart, or a line that is no key. */
function missing(text: string, start: number, message: string, lexical: Lexical, at: At): Problem {
  if (/quote/.test(message)) return openQuote(text, start, lexical)
  if (/^Missing space/.test(message)) return at(TEXTS.yaml.spaceAfterColon)
  if (/^Missing ,/.test(message)) return at(TEXTS.yaml.commas)
  if (/^Comments/.test(message)) return at(TEXTS.yaml.spaceBeforeComment)
  if (/^Tags and anchors/.test(message)) return at(TEXTS.yaml.anchorOrAlias)
  if (/^Sequence item/.test(message)) return at(TEXTS.yaml.dashes)
  if (/^Block collection/.test(message)) return at(TEXTS.yaml.marker)
  return unclosed(message, lexical) ?? keyless(text, start)
}

function openQuote(text: string, end: number, { quotes }: Lexical): Problem {
  const start = quotes.find(quote => quote.end === end)?.start ?? Math.max(0, end - 1)
  return { code: 'yaml-syntax', start, end: start + 1, message: TEXTS.yaml.quoteNeverClosed(text[start]!) }
}

/** A bracket without its partner; null where the library means something else. */
function unclosed(message: string, { brackets }: Lexical): Problem | null {
  if (!/must end with|indented and end/.test(message)) return null
  const [bracket] = brackets
  if (bracket === undefined) return null
  const { start, sign, closedBy } = bracket
  const due = sign === '[' ? ']' : '}'
  if (closedBy === null)
    return { code: 'yaml-syntax', start, end: start + 1, message: TEXTS.yaml.neverClosed(sign, due) }
  const { start: at, sign: wrong } = closedBy
  return {
    code: 'yaml-syntax',
    start: at,
    end: at + 1,
    message: TEXTS.yaml.closesOther(wrong, sign, due),
    suggestion: due
  }
}
