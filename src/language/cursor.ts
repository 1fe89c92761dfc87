import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { Range } from '../experiment'
import { ourKey, plainValue, readYaml } from './yaml'

/** Where in a cell somebody is writing. */
export interface Cursor {
  readonly at: 'key' | 'value'
  /** of the mapping whose key is written, or of the value */
  readonly path: readonly PropertyKey[]
  /** the cell as plain data, without what is being written */
  readonly cell: unknown
  /** the other keys of the mapping */
  readonly siblings: readonly string[]
  /** the word that is being written, from its start to its end; `typed` is its part before the cursor */
  readonly word: Range
  readonly typed: string
  /** a value that begins on a line of its own may as well become a mapping */
  readonly ownLine: boolean
  /** a colon follows already */
  readonly hasColon: boolean
  /** within { } or [ ] */
  readonly flow: boolean
}

/** Stands for the word at the cursor; from Unicode's private use area, so that no cell holds it. */
const MARK = '\uE000'

/**
 * YAML recovers well from what is not finished, except that a lone word may be taken together with what follows. A comma
 * (within braces) or a colon (on a line of its own) then tells them apart.
 */
const ENDINGS = ['', ',', ':']

/** What is written at `offset`; null within comments and where nothing of the language may stand. */
export function cursorAt(text: string, offset: number): Cursor | null {
  const word = wordAt(text, offset)
  const [before, after] = [text.slice(0, word.start), text.slice(word.end)]
  const rest = { word, typed: text.slice(word.start, offset), ...surroundings(before, after) }
  for (const ending of ENDINGS) {
    const document = readYaml(before + MARK + ending + after)
    const found = find(document.contents, [], false)
    if (found) return { ...found, cell: plainValue(document), ...rest }
  }
  return null
}

/** The word around `offset`; a dash belongs to it unless it begins a list's entry. */
function wordAt(text: string, offset: number): Range {
  let start = Math.min(offset, text.length)
  while (start > 0 && IN_WORD.test(text[start - 1]!)) start--
  const before = text.slice(start, offset)
  const dashes = before.length - before.replace(/^-+/, '').length
  const isNumber = dashes > 0 && /^[\p{N}.]*$/u.test(before.slice(dashes))
  const after = AFTER_CURSOR.exec(text.slice(offset))![0]
  return { start: start + dashes - (isNumber ? 1 : 0), end: offset + after.length }
}

/** One UTF-16 unit of a word: halves of pairs count, as letters beyond the first plane have two. */
const IN_WORD = /[\p{L}\p{M}\p{N}\ud800-\udfff_.+/\\-]/u
const AFTER_CURSOR = /^[\p{L}\p{M}\p{N}_.+/\\-]*/u

function surroundings(before: string, after: string): Pick<Cursor, 'ownLine' | 'hasColon'> {
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return { ownLine: /^ *(?:- +)*$/.test(line), hasColon: /^["']? *:/.test(after) }
}

type Found = Pick<Cursor, 'at' | 'path' | 'siblings' | 'flow'>

function find(node: unknown, path: readonly PropertyKey[], flow: boolean): Found | null {
  if (isMark(node))
    return path.length === 0 ? { at: 'key', path, siblings: [], flow } : { at: 'value', path, siblings: [], flow }
  const inside = flow || (node as { flow?: boolean } | null)?.flow === true
  if (isSeq(node)) return first(node.items, (item, i) => find(item, [...path, i], inside))
  if (!isMap(node)) return null
  const keys = node.items.map(({ key }) => (isScalar(key) ? ourKey(String(key.value)) : ''))
  const here = node.items.findIndex(({ key }) => isMark(key))
  if (here >= 0) return { at: 'key', path, siblings: keys.filter((_, i) => i !== here), flow: inside }
  return first(node.items, ({ value }, i) => find(value, [...path, keys[i]!], inside))
}

const isMark = (node: unknown): boolean => isScalar(node) && (node as Node & { value: unknown }).value === MARK

function first<T, R>(items: readonly T[], look: (item: T, index: number) => R | null): R | null {
  for (const [i, item] of items.entries()) {
    const found = look(item, i)
    if (found !== null) return found
  }
  return null
}
