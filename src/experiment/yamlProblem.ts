import { NO_TAGS } from './nodeProblems'
import { lineAdvice } from './notMapping'
import type { Problem } from './problem'

/** What the yaml library found. */
export interface YamlError {
  readonly code: string
  readonly pos: readonly [number, number]
  readonly message: string
}

export const NO_DIRECTIVES = 'lines that start with % have no meaning here: remove this one'

/** The first error in the words of a cell: those after it mostly follow from it. */
export const yamlProblems = (errors: readonly YamlError[], text: string): Problem[] =>
  errors.slice(0, 1).map(error => problemOf(error, text))

function problemOf({ code, pos, message }: YamlError, text: string): Problem {
  const [start, end] = [pos[0], Math.max(pos[1], pos[0] + 1)]
  const at = (sentence: string, range = { start, end }): Problem => ({
    code: 'yaml-syntax',
    message: sentence,
    ...range
  })
  switch (code) {
    case 'MULTIPLE_DOCS':
      return at('a cell holds one experiment: remove the line "---" or move what follows to a new cell')
    case 'TAB_AS_INDENT':
      return at('YAML is indented with spaces, not with tabs')
    case 'TAG_RESOLVE_FAILED':
      return at(NO_TAGS)
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return nested(text, start)
    case 'BLOCK_IN_FLOW':
      return at('within { } settings are separated by commas, as in {name: sgd, momentum: 0.9}')
    case 'MISSING_CHAR':
      return missing(text, start, message)
    case 'BAD_INDENT':
      return /must end with|indented and end/.test(message)
        ? unclosed(text, message)
        : at('this line starts in a wrong column')
    case 'BAD_SCALAR_START':
      return at(`text that starts with ${text[start]} stands in quotes, or remove the ${text[start]}`)
    case 'UNEXPECTED_TOKEN':
      return unexpected(text, start, at)
    default:
      return at(plain(message))
  }
}

type At = (sentence: string) => Problem

function unexpected(text: string, start: number, at: At): Problem {
  if (text[start] === ',') return at('remove this comma: there is nothing before it')
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return before.trim() === ''
    ? at('the keys of one mapping start in the same column')
    : at('nothing may stand behind the value: remove it, or put the value in quotes')
}

const plain = (message: string): string =>
  `this is not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`

/** `optimizer: sgd, lr: 0.1` on one line, or a line that starts too far right. */
function nested(text: string, start: number): Problem {
  const rest = text.slice(start)
  const lineEnd = rest.search(/\n|$/)
  const oneLine = /:(\s|$)/.test(rest.slice(0, lineEnd))
  if (text.trimStart().startsWith('```'))
    return { code: 'yaml-syntax', start: 0, end: Math.min(3, text.length), message: lineAdvice('```').message }
  if (oneLine) return inBraces(text, start, start + lineEnd)
  const [word] = /\S+/.exec(rest.slice(lineEnd)) ?? ['']
  const at = start + lineEnd + rest.slice(lineEnd).indexOf(word)
  const message = `the keys of one mapping start in the same column: move ${word.replace(/:$/, '')} below the key before it`
  return { code: 'yaml-syntax', start: at, end: at + Math.max(1, word.length), message }
}

/** Settings behind a name go into braces. */
function inBraces(text: string, start: number, end: number): Problem {
  const line = text.slice(start, end)
  const comment = line.search(/\s#/)
  const written = (comment < 0 ? line : line.slice(0, comment)).trimEnd()
  const [, name, fields] = /^([\w-]+)\s*,\s*(.*)$/.exec(written) ?? []
  const suggestion =
    name && fields ? `{name: ${name}, ${fields}}` : /^\w+:\s/.test(written) ? `{${written}}` : undefined
  const message = `several settings on one line stand in braces${suggestion ? `: ${suggestion}` : ''}`
  return { code: 'yaml-syntax', start, end: start + written.length, message, ...(suggestion ? { suggestion } : {}) }
}

/** A quote or bracket that is not closed, or a line that is no key. */
function missing(text: string, start: number, message: string): Problem {
  if (/quote/.test(message)) return { code: 'yaml-syntax', ...lastLine(text, start), message: 'a quote is not closed' }
  if (/flow|end with/.test(message)) return unclosed(text, message)
  const from = text.lastIndexOf('\n', start - 1) + 1
  const line = text.slice(from).split('\n', 1)[0]!
  const { message: sentence, text: suggestion } = lineAdvice(line)
  const at = { start: from + line.search(/\S|$/), end: from + Math.max(1, line.trimEnd().length) }
  return { code: 'yaml-syntax', message: sentence, ...at, ...(suggestion === null ? {} : { suggestion }) }
}

/** Points at the bracket that was opened last and never closed. */
function unclosed(text: string, message: string): Problem {
  const open = /\]/.test(message) ? '[' : '{'
  const start = Math.max(0, text.lastIndexOf(open))
  const close = open === '[' ? ']' : '}'
  return {
    code: 'yaml-syntax',
    start,
    end: start + 1,
    message: `this ${open} is not closed; write ${close} where it ends`
  }
}

function lastLine(text: string, start: number): { start: number; end: number } {
  const at = Math.max(0, Math.min(start, text.length) - 1)
  return { start: at, end: at + 1 }
}
