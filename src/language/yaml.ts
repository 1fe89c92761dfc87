import { Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import { hasTreeOfValues, KEY_ALIASES, NAME_ALIASES, readYaml as readBounded, type Range } from '../experiment'

/**
 * The text as YAML, as far as it can be read: what is wrong with it is for diagnostics to say. Empty for what is beyond the
 * bounds of a cell.
 */
export const readYaml = (text: string): Document => readBounded(text).document ?? new Document(null)

/** Plain data with our own names in place of other libraries'; null where aliases expand to too much, or into themselves. */
export const plainValue = (document: Document): unknown =>
  hasTreeOfValues(document) ? plain(document.contents, document) : null

/** Pairs whose key is no scalar say nothing to anyone and are left out. */
function plain(node: unknown, document: Document): unknown {
  if (isAlias(node)) return plain(node.resolve(document), document)
  if (isSeq(node)) return node.items.map(item => plain(item, document))
  if (isMap(node)) return Object.fromEntries((node.items as Pair[]).flatMap(pair => entry(pair, document)))
  const value = isScalar(node) ? node.value : null
  return typeof value === 'string' ? ourName(value) : value
}

const entry = ({ key, value }: Pair, document: Document): [string, unknown][] =>
  isScalar(key) ? [[ourKey(String(key.value)), plain(value, document)]] : []

export const ourKey = (key: string): string => (Object.hasOwn(KEY_ALIASES, key) ? KEY_ALIASES[key]! : key)
export const ourName = (name: string): string => (Object.hasOwn(NAME_ALIASES, name) ? NAME_ALIASES[name]! : name)

/** Where a node's own text stands, without the blank space and comments behind it; null where it has none. */
export function rangeOfNode(node: unknown): Range | null {
  const range = (node as Partial<Node> | null)?.range
  return range && range[1] > range[0] ? { start: range[0], end: range[1] } : null
}

export const holds = ({ start, end }: Range, offset: number): boolean => start <= offset && offset <= end
