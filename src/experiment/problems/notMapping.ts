import { meantKey } from './meant'
import { keysOfNames, topKeys } from '../schema/keys'
import { TEXTS } from '../texts/texts'

/** What to write in place of a line that is no "key: value"; `text` is null where a person has to decide. */
export interface Advice {
  readonly message: string
  readonly text: string | null
}

/** What is wrong with a cell that is one piece of text, or with a line among keys that is. */
export function lineAdvice(text: string): Advice {
  const line = text.trim()
  return fence(line) ?? python(line) ?? colon(line) ?? lonelyName(line) ?? { message: TEXTS.mapping.lines, text: null }
}

const fence = (line: string): Advice | null =>
  line.startsWith('```') ? { message: TEXTS.mapping.fence, text: null } : null

const python = (line: string): Advice | null =>
  /^(import|from|def|class|for|print)\b|^\w+\s*=\s*\w+\./.test(line) || isCall(line)
    ? { message: TEXTS.mapping.python, text: null }
    : null

/** `model.fit(x, y)` */
const isCall = (line: string): boolean => line.endsWith(')') && !line.includes('\n') && /\w\(/.test(line)

/** `epochs:30`, `epochs = 30`, `epochs 30`. */
function colon(line: string): Advice | null {
  const [, word, sign, value] = /^([\w-]+)(:|\s*=\s*|\s+)(\S.*)$/.exec(line) ?? []
  const key = word && (topKeys().includes(word) ? word : meantKey(word, topKeys()))
  if (!key || line.includes('\n')) return null
  const text = `${key}: ${value}`
  if (sign === ':') return { message: TEXTS.mapping.spaceAfterColon(text), text }
  const { colonForEquals, colonAfterKey } = TEXTS.mapping
  return { message: (sign!.trim() === '=' ? colonForEquals : colonAfterKey)(text), text }
}

/** `spiral` or `tanh` without its key. */
function lonelyName(line: string): Advice | null {
  const key = keysOfNames().get(line)
  if (key === undefined) return null
  const text = `${key}: ${line}`
  return { message: TEXTS.mapping.loneName(line, text), text }
}
