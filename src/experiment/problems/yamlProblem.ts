import { keyless, nested } from '../yamlPlaces'
import type { Lexical } from '../lexical'
import { NO_TAGS } from './nodeProblems'
import { suggesting, type Problem } from './problem'

/** What the yaml library found. */
export interface YamlError {
  readonly code: string
  readonly pos: readonly [number, number]
  readonly message: string
}

export const NO_DIRECTIVES = 'lines that start with % have no meaning here; remove this one'

/** The first error in the words of a cell: those after it mostly follow from it. */
export const yamlProblems = (errors: readonly YamlError[], text: string, lexical: Lexical): Problem[] =>
  errors.slice(0, 1).map(error => problemOf(error, text, lexical))

const COMMAS = 'inside braces, put a comma between two settings, as in {name: sgd, momentum: 0.9}'
const COLUMN = 'keys of one mapping must start in the same column'
const ANCHOR = 'text that starts with & or * must be in quotes'

/** Codes that one sentence explains. */
const SENTENCES: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'a cell holds one experiment: remove the line "---" or move what follows to a new cell',
  TAB_AS_INDENT: 'YAML does not allow tabs here; indent with spaces',
  TAG_RESOLVE_FAILED: NO_TAGS,
  BAD_COLLECTION_TYPE: NO_TAGS,
  MULTIPLE_TAGS: NO_TAGS,
  BLOCK_IN_FLOW: COMMAS,
  BAD_ALIAS: ANCHOR,
  ALIAS_PROPS: 'an alias (*name) takes no anchor and no tag; remove it',
  MULTIPLE_ANCHORS: 'a value can have one anchor (&name) only; remove the other',
  BAD_PROP_ORDER: ANCHOR,
  NON_STRING_KEY: 'a key must be a word, not a list or a mapping; remove the extra brackets',
  KEY_OVER_1024_CHARS: 'a key may have at most 1,024 characters'
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
      return unclosed(message, lexical) ?? at(`${COLUMN}; this line starts in another one`)
    case 'BAD_SCALAR_START':
      return at(`text that starts with ${text[start]} must be in quotes; add them, or remove the ${text[start]}`)
    case 'BAD_DQ_ESCAPE':
      return escape(text, start, message)
    case 'UNEXPECTED_TOKEN':
      return unexpected(text, start, message, at)
    default:
      return at(`this is not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`)
  }
}

type At = (sentence: string) => Problem

function unexpected(text: string, start: number, message: string, at: At): Problem {
  const sign = text[start] ?? ''
  if (sign === ',') return at('remove this comma; there is nothing before it')
  if (sign === ']' || sign === '}')
    return at(`this ${sign} closes nothing; remove it, or add ${sign === ']' ? '[' : '{'} where the value begins`)
  if (/block scalar/i.test(message)) return at('text that starts with | or > must be in quotes')
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return before.trim() === ''
    ? at(COLUMN)
    : at('this does not belong to the value before it; remove it, or put all of it in quotes')
}

/** `"C:\data"`: a backslash in double quotes begins an escape. */
function escape(text: string, start: number, message: string): Problem {
  const written = /\\[^]*$/.exec(message)?.[0] ?? '\\'
  const isHere = text.startsWith(written, start)
  const sentence = 'in double quotes a backslash has a meaning of its own; write \\\\ for it, or use single quotes'
  const range = { start, end: start + (isHere ? written.length : 1) }
  return { code: 'yaml-syntax', message: sentence, ...range, ...suggesting(isHere ? `\\${written}` : null) }
}

/** A quote or bracket that is not closed, something that is not set apart, or a line that is no key. */
function missing(text: string, start: number, message: string, lexical: Lexical, at: At): Problem {
  if (/quote/.test(message)) return openQuote(text, start, lexical)
  if (/^Missing space/.test(message)) return at('add a space after the colon')
  if (/^Missing ,/.test(message)) return at(COMMAS)
  if (/^Comments/.test(message)) return at('add a space before this #, or put the text in quotes')
  if (/^Tags and anchors/.test(message)) return at(ANCHOR)
  if (/^Sequence item/.test(message)) return at('every entry of this list must start with "- "')
  if (/^Block collection/.test(message)) return at('remove the "---" before this')
  return unclosed(message, lexical) ?? keyless(text, start)
}

function openQuote(text: string, end: number, { quotes }: Lexical): Problem {
  const start = quotes.find(quote => quote.end === end)?.start ?? Math.max(0, end - 1)
  const message = `this quote is never closed; add ${text[start]} where the text ends`
  return { code: 'yaml-syntax', start, end: start + 1, message }
}

/** A bracket without its partner; null where the library means something else. */
function unclosed(message: string, { brackets }: Lexical): Problem | null {
  if (!/must end with|indented and end/.test(message)) return null
  const [bracket] = brackets
  if (bracket === undefined) return null
  const { start, sign, closedBy } = bracket
  const due = sign === '[' ? ']' : '}'
  if (closedBy === null)
    return {
      code: 'yaml-syntax',
      start,
      end: start + 1,
      message: `this ${sign} is never closed; add ${due} where it ends`
    }
  const { start: at, sign: wrong } = closedBy
  const sentence = `this ${wrong} closes a ${sign}; write ${due}`
  return { code: 'yaml-syntax', start: at, end: at + 1, message: sentence, suggestion: due }
}
