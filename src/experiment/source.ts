import { isAlias, isMap, isPair, isScalar, isSeq, type Document, type Node, type Pair, type ParsedNode } from 'yaml'
import { aliasProblems } from './aliases'
import type { Strange } from './problems/characters/strange'
import { mergeConflict } from './problems/conflict'
import { nodeProblems } from './problems/nodeProblems'
import { KEY_ALIASES } from './normalize'
import type { Path } from './path'
import type { Problem, Range } from './problems/problem'
import { readYaml, type Readable } from './readYaml'
import { yamlProblems } from './problems/yamlProblem'
import { TEXTS } from './texts/texts'

/** The way from a path in a cell's plain value to a place in its text. */
export interface Source {
  /** Where the value at `path` stands; the deepest part of the path that has a place in the text. */
  rangeOf(path: Path): Range
  /** Where the key at the end of `path` stands. */
  rangeOfKey(path: Path): Range
  /** What is written there. */
  textAt(range: Range): string
}

/** A cell's text as YAML: its plain value, and the way back from a path in it to a place in the text. */
export class YamlSource implements Source {
  /** What YAML itself has to say about the text. */
  readonly problems: readonly Problem[]
  /** Characters that look like the signs of YAML, and that may explain why a text is not a mapping. */
  readonly structure: readonly Problem[]
  /** null where the text was not even read */
  private readonly document: Document.Parsed | null

  constructor(private readonly text: string) {
    const yaml = readYaml(text)
    this.document = yaml.document
    this.problems = yaml.refused ? [yaml.refused] : problemsOf(yaml, text)
    this.structure = yaml.refused ? [] : yaml.strange.structure.map(strangeProblem)
  }

  /** The text as plain data, a tree; only where there are no problems. */
  toValue(): unknown {
    return this.document?.toJS({ maxAliasCount: -1 })
  }

  rangeOf(path: Path): Range {
    return this.find(path).value
  }

  rangeOfKey(path: Path): Range {
    const { key, value } = this.find(path)
    return key ?? value
  }

  textAt({ start, end }: Range): string {
    return this.text.slice(start, end)
  }

  private find(path: Path): { key: Range | null; value: Range } {
    let node: unknown = this.document?.contents
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
    return isAlias(node) && this.document ? node.resolve(this.document) : node
  }

  private rangeOfNode(node: unknown): Range {
    const range = (node as Partial<ParsedNode> | null)?.range
    if (!range) return { start: 0, end: this.text.length }
    const [start, end] = range
    return end > start ? { start, end } : { start: Math.max(0, start - 1), end: Math.max(start, 1) }
  }
}

/** What explains the others comes first, and alone. */
function problemsOf({ document, directive, strange, lexical }: Readable, text: string): readonly Problem[] {
  const conflict = mergeConflict(text)
  if (conflict !== null) return [conflict]
  if (strange.unseen.length > 0) return strange.unseen.map(strangeProblem)
  if (directive !== null) return [{ code: 'yaml-syntax', message: TEXTS.yaml.noDirectives, ...directive }]
  const errors = yamlProblems([...document.errors, ...document.warnings], text, lexical)
  if (errors.length > 0 && strange.structure.length > 0) return strange.structure.map(strangeProblem)
  const others = nodeProblems(document)
  if (errors.length > 0) return [...others.filter(({ code }) => code === 'duplicate-key'), ...errors]
  return [...others, ...aliasProblems(document)]
}

const strangeProblem = (strange: Strange): Problem => ({ code: 'strange-character', ...strange })

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
