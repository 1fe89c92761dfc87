import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml'
import type { Range } from '../experiment'
import { rangeOfNode, readYaml } from './yaml'

/**
 * What to take out of `text` so that the pair whose key starts at `start` is gone: its lines, or within braces the pair with
 * one comma. Null where no key starts there.
 */
export function pairRange(text: string, start: number): Range | null {
  const found = findPair(readYaml(text).contents, start)
  if (found === null) return null
  const own = rangeOfPair(found.pair)
  return found.map.flow ? withComma(text, own) : wholeLines(text, own)
}

/** From the key's start to the value's end. */
export function rangeOfPair({ key, value }: Pair): Range {
  const start = rangeOfNode(key)!.start
  return { start, end: Math.max(rangeOfNode(value)?.end ?? 0, rangeOfNode(key)!.end) }
}

interface Found {
  readonly map: YAMLMap
  readonly pair: Pair
}

function findPair(node: unknown, start: number): Found | null {
  if (isSeq(node)) return node.items.map(item => findPair(item, start)).find(found => found !== null) ?? null
  if (!isMap(node)) return null
  const pair = node.items.find(({ key }) => isScalar(key) && rangeOfNode(key)?.start === start)
  if (pair) return { map: node, pair: pair as Pair }
  return node.items.map(({ value }) => findPair(value, start)).find(found => found !== null) ?? null
}

function withComma(text: string, { start, end }: Range): Range {
  const after = /^\s*(?::\s*)?, */.exec(text.slice(end))
  if (after) return { start, end: end + after[0].length }
  const before = text.slice(0, start).trimEnd()
  return { start: before.endsWith(',') ? before.length - 1 : start, end }
}

function wholeLines(text: string, { start, end }: Range): Range {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  return next >= 0 ? { start: from, end: next + 1 } : { start: Math.max(0, from - 1), end: text.length }
}
