import { parseDocument, type Document, type Node } from 'yaml'
import { KEY_ALIASES, NAME_ALIASES, type Range } from '../experiment'

/** The text as YAML, as far as it can be read: what is wrong with it is for diagnostics to say. */
export const readYaml = (text: string): Document.Parsed =>
  parseDocument(text, { version: '1.2', prettyErrors: false, uniqueKeys: false, stringKeys: true })

/** How many nodes aliases may expand to, as in the parser of cells. */
const MAX_ALIAS_COUNT = 100

/** Plain data with our own names in place of other libraries'; null where aliases expand to too much. */
export function plainValue(document: Document.Parsed): unknown {
  try {
    return ours(document.toJS({ maxAliasCount: MAX_ALIAS_COUNT }))
  } catch (error) {
    if (error instanceof ReferenceError) return null
    throw error
  }
}

function ours(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ours)
  if (typeof value === 'string') return ourName(value)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [ourKey(key), ours(inner)]))
}

export const ourKey = (key: string): string => (Object.hasOwn(KEY_ALIASES, key) ? KEY_ALIASES[key]! : key)
export const ourName = (name: string): string => (Object.hasOwn(NAME_ALIASES, name) ? NAME_ALIASES[name]! : name)

/** Where a node's own text stands, without the blank space and comments behind it; null where it has none. */
export function rangeOfNode(node: unknown): Range | null {
  const range = (node as Partial<Node> | null)?.range
  return range && range[1] > range[0] ? { start: range[0], end: range[1] } : null
}

export const holds = ({ start, end }: Range, offset: number): boolean => start <= offset && offset <= end
