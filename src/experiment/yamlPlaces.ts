import { lineAdvice } from './problems/notMapping'
import { suggesting, type Problem } from './problems/problem'
import { keysOfNames } from './schema/keys'
import { shortened } from './problems/words'
import { TEXTS } from './texts/texts'

/** `optimizer: sgd, lr: 0.1` on one line, a line that starts too far right, or a name among keys. */
export function nested(text: string, start: number): Problem {
  const rest = text.slice(start)
  const lineEnd = rest.search(/\n|$/)
  if (text.trimStart().startsWith('```'))
    return { code: 'yaml-syntax', start: 0, end: Math.min(3, text.length), message: lineAdvice('```').message }
  if (/:(\s|$)/.test(rest.slice(0, lineEnd))) return inBraces(text, start, start + lineEnd)
  return loneName(text, start, start + lineEnd) ?? outOfColumn(text, start + lineEnd)
}

/** A name on a line of its own, with keys below it. */
function loneName(text: string, start: number, end: number): Problem | null {
  const word = text.slice(start, end).trimEnd()
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  if (before.trim() !== '' || !keysOfNames().has(word)) return null
  const suggestion = `name: ${word}`
  const message = TEXTS.yaml.lineNeedsKey(suggestion)
  return { code: 'yaml-syntax', start, end: start + word.length, message, suggestion }
}

function outOfColumn(text: string, lineEnd: number): Problem {
  const rest = text.slice(lineEnd)
  const [word] = /\S+/.exec(rest) ?? ['']
  const start = lineEnd + rest.indexOf(word)
  const key = shortened(word.replace(/:$/, ''))
  const message = TEXTS.yaml.outOfColumn(key)
  return { code: 'yaml-syntax', start, end: start + Math.max(1, word.length), message }
}

/** Settings after a name go into braces. */
function inBraces(text: string, start: number, end: number): Problem {
  const line = text.slice(start, end)
  const comment = line.search(/\s#/)
  const written = (comment < 0 ? line : line.slice(0, comment)).trimEnd()
  const [, name, fields] = /^([\w-]+)\s*,\s*(.*)$/.exec(written) ?? []
  const suggestion = name && fields ? `{name: ${name}, ${fields}}` : /^\w+:\s/.test(written) ? `{${written}}` : null
  const message = suggestion === null ? TEXTS.yaml.braces : TEXTS.yaml.bracesAs(suggestion)
  return { code: 'yaml-syntax', start, end: start + written.length, message, ...suggesting(suggestion) }
}

/** A line among keys that has none. */
export function keyless(text: string, start: number): Problem {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const line = text.slice(from).split('\n', 1)[0]!
  const { message, text: suggestion } = lineAdvice(line)
  const at = { start: from + line.search(/\S|$/), end: from + Math.max(1, line.trimEnd().length) }
  return { code: 'yaml-syntax', message, ...at, ...suggesting(suggestion) }
}
