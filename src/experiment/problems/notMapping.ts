import { meantKey } from './meant'
import { keysOfNames, topKeys } from '../schema/keys'

/** What to write in place of a line that is no "key: value"; `text` is null where a person has to decide. */
export interface Advice {
  readonly message: string
  readonly text: string | null
}

const GENERAL = 'a cell is made of lines "key: value", for example "dataset: spiral"'

/** What is wrong with a cell that is one piece of text, or with a line among keys that is. */
export function lineAdvice(text: string): Advice {
  const line = text.trim()
  return fence(line) ?? python(line) ?? colon(line) ?? lonelyName(line) ?? { message: GENERAL, text: null }
}

const fence = (line: string): Advice | null =>
  line.startsWith('```') ? { message: 'remove the ``` lines: a cell is YAML already', text: null } : null

const python = (line: string): Advice | null =>
  /^(import|from|def|class|for|print)\b|^\w+\s*=\s*\w+\./.test(line) || isCall(line)
    ? {
        message: 'this looks like Python; a cell describes the net in YAML, for example "activation: tanh"',
        text: null
      }
    : null

/** `model.fit(x, y)` */
const isCall = (line: string): boolean => line.endsWith(')') && !line.includes('\n') && /\w\(/.test(line)

/** `epochs:30`, `epochs = 30`, `epochs 30`. */
function colon(line: string): Advice | null {
  const [, word, sign, value] = /^([\w-]+)(:|\s*=\s*|\s+)(\S.*)$/.exec(line) ?? []
  const key = word && (topKeys().includes(word) ? word : meantKey(word, topKeys()))
  if (!key || line.includes('\n')) return null
  const text = `${key}: ${value}`
  if (sign === ':') return { message: `add a space after the colon: ${text}`, text }
  const message = sign!.trim() === '=' ? `write a colon instead of =: ${text}` : `add a colon after the key: ${text}`
  return { message, text }
}

/** `spiral` or `tanh` without its key. */
function lonelyName(line: string): Advice | null {
  const key = keysOfNames().get(line)
  return key ? { message: `say what ${line} is for: write ${key}: ${line}`, text: `${key}: ${line}` } : null
}
