import { isMap, isNode, isScalar, isSeq, type Document, type Node, type Pair, type YAMLMap } from 'yaml'
import type { Problem } from './problem'
import { shortened } from './words'
import { TEXTS } from '../texts/texts'

/** The kinds of values that YAML's core schema has, and cells too. */
const PLAIN_TAGS: ReadonlySet<string> = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map(name => `tag:yaml.org,2002:${name}`)
)

/** Keys that are given twice, and values that claim to be of a kind that cells do not have. */
export function nodeProblems(document: Document.Parsed): Problem[] {
  const problems: Problem[] = []
  const look = (node: unknown): void => {
    if (!isNode(node)) return
    if (node.tag && !PLAIN_TAGS.has(node.tag)) problems.push(foreignTag(node))
    if (isSeq(node)) node.items.forEach(look)
    if (!isMap(node)) return
    problems.push(...repeatedKeys(node))
    for (const { key, value } of node.items as Pair[]) {
      look(key)
      look(value)
    }
  }
  look(document.contents)
  return problems
}

function repeatedKeys({ items }: YAMLMap): Problem[] {
  const seen = new Set<unknown>()
  return items.flatMap(({ key }) => {
    const value = isScalar(key) ? key.value : key
    const isRepeated = seen.has(value)
    seen.add(value)
    return isRepeated ? [repeatedKey(key as Node, String(value))] : []
  })
}

function repeatedKey({ range }: Node, key: string): Problem {
  const [start, end] = range!
  const message = TEXTS.yaml.repeatedKey(key === '' ? TEXTS.yaml.thisKey : shortened(key))
  return { code: 'duplicate-key', start, end: Math.max(end, start + 1), message }
}

function foreignTag({ range }: Node): Problem {
  const [start, end] = range!
  return { code: 'yaml-syntax', start, end: Math.max(end, start + 1), message: TEXTS.yaml.noTags }
}
