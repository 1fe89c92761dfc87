import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type ParsedNode
} from 'yaml'
import { KEY_ALIASES } from './normalize'
import type { Problem, Range } from './problem'
import { yamlProblems } from './yamlProblem'

export type Path = readonly PropertyKey[]

/** How many nodes aliases (`*name`) may expand to: enough for any honest cell, too few for a "billion laughs". */
const MAX_ALIAS_COUNT = 100

/** A cell's text as YAML: its plain value, and the way back from a path in it to a place in the text. */
export class Source {
  private readonly document: Document.Parsed

  constructor(private readonly text: string) {
    this.document = parseDocument(text, { version: '1.2', prettyErrors: false, uniqueKeys: true, stringKeys: true })
  }

  /** What YAML itself has to say about the text. */
  get problems(): Problem[] {
    return yamlProblems([...this.document.errors, ...this.document.warnings], this.text)
  }

  /** The text as plain data; throws a ReferenceError when aliases expand to too much. */
  toValue(): unknown {
    return this.document.toJS({ maxAliasCount: MAX_ALIAS_COUNT })
  }

  /** Where the value at `path` stands; the deepest part of the path that has a place in the text. */
  rangeOf(path: Path): Range {
    return this.find(path).value
  }

  /** Where the key at the end of `path` stands. */
  rangeOfKey(path: Path): Range {
    const { key, value } = this.find(path)
    return key ?? value
  }

  private find(path: Path): { key: Range | null; value: Range } {
    let node: unknown = this.document.contents
    let found: { key: Range | null; value: Range } = { key: null, value: this.rangeOfNode(node) }
    for (const step of path) {
      const pair = child(this.resolved(node), step)
      if (pair === null) break
      node = pair.value
      found = {
        key: pair.key && this.rangeOfNode(pair.key),
        value: this.rangeOfNode(isWritten(node) ? node : pair.key)
      }
    }
    return found
  }

  private resolved(node: unknown): unknown {
    return node !== null && typeof node === 'object' && 'source' in node && 'resolve' in node
      ? (node as { resolve(document: Document): unknown }).resolve(this.document)
      : node
  }

  private rangeOfNode(node: unknown): Range {
    const range = (node as Partial<ParsedNode> | null)?.range
    if (!range) return { start: 0, end: this.text.length }
    const [start, end] = range
    return end > start ? { start, end } : { start: Math.max(0, start - 1), end: Math.max(start, 1) }
  }
}

/** The pair (or list entry) of `node` that a step of a path leads to. */
function child(node: unknown, step: PropertyKey): { key: Node | null; value: unknown } | null {
  if (isSeq(node)) {
    const value = node.items[Number(step)]
    return value === undefined ? null : { key: null, value }
  }
  if (!isMap(node)) return null
  const pair = node.items.find(item => isPair(item) && isScalar(item.key) && leadsTo(item.key.value, step))
  return pair === undefined ? null : { key: (pair as Pair<Node>).key, value: pair.value }
}

/** False for the value of `key:` with nothing behind it. */
const isWritten = (node: unknown): boolean => {
  const range = (node as Partial<ParsedNode> | null)?.range
  return !!range && range[1] > range[0]
}

/** A key as it is written, or an alias of the step's canonical key. */
const leadsTo = (key: unknown, step: PropertyKey): boolean =>
  key === step || (typeof key === 'string' && Object.hasOwn(KEY_ALIASES, key) && KEY_ALIASES[key] === step)
