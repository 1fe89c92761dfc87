import { isMap, isScalar, isSeq } from 'yaml'
import type { Range } from '../experiment'
import { holds, ourKey, plainValue, rangeOfNode, readYaml } from './yaml'

/** The key or value of a cell that an offset is in. */
export interface Place {
  readonly at: 'key' | 'value'
  /** with the key itself, for both */
  readonly path: readonly PropertyKey[]
  /** as it is written */
  readonly word: string
  readonly range: Range
  readonly cell: unknown
}

/** What stands at `offset`; null between things. */
export function placeAt(text: string, offset: number): Place | null {
  const document = readYaml(text)
  const found = find(document.contents, [], offset)
  return found && { ...found, cell: plainValue(document) }
}

type Found = Omit<Place, 'cell'>

function find(node: unknown, path: readonly PropertyKey[], offset: number): Found | null {
  if (isMap(node))
    return firstOf(node.items, ({ key, value }) => {
      const inside = [...path, isScalar(key) ? ourKey(String(key.value)) : '']
      return scalarAt(key, 'key', inside, offset) ?? find(value, inside, offset)
    })
  if (isSeq(node)) return firstOf(node.items, (item, i) => find(item, [...path, i], offset))
  return scalarAt(node, 'value', path, offset)
}

function scalarAt(node: unknown, at: Place['at'], path: readonly PropertyKey[], offset: number): Found | null {
  const range = rangeOfNode(node)
  return isScalar(node) && range && holds(range, offset) ? { at, path, word: String(node.value), range } : null
}

function firstOf<T>(items: readonly T[], look: (item: T, index: number) => Found | null): Found | null {
  for (const [i, item] of items.entries()) {
    const found = look(item, i)
    if (found !== null) return found
  }
  return null
}
