import { isAlias, isMap, isSeq, type Alias, type Document, type Node, type Pair } from 'yaml'
import type { Problem, ProblemCode } from './problems/problem'
import { TEXTS } from './texts/texts'

/** How many aliases (`*name`) a cell may have, and to how many values they may expand: no honest cell comes near. */
const MOST_ALIASES = 100
const MOST_VALUES = 20_000

/**
 * The aliases of a document that lead nowhere, into themselves, or to too much; without any, its plain value is a tree of a
 * size that can be walked.
 */
export function aliasProblems(document: Document): Problem[] {
  const walk = new Walk()
  walk.size(document.contents)
  return walk.problems
}

/** Whether the plain value of a document can be walked: no alias leads into itself, and all expand to little. */
export const hasTreeOfValues = (document: Document): boolean => aliasProblems(document).length === 0

/** An anchor whose value is still being read. */
const OPEN = Symbol('open')

/** Goes through a document in the order of its text, as an alias means the last anchor of its name before it. */
class Walk {
  readonly problems: Problem[] = []
  private readonly anchors = new Map<string, number | typeof OPEN>()
  private aliases = 0
  private values = 0

  /** How many values `node` expands to. */
  size(node: unknown): number {
    if (isAlias(node)) return this.aliasSize(node)
    const anchor = (node as { anchor?: string } | null)?.anchor
    if (anchor !== undefined) this.anchors.set(anchor, OPEN)
    const size = 1 + this.partsOf(node).reduce<number>((sum, part) => sum + this.size(part), 0)
    if (anchor !== undefined && this.anchors.get(anchor) === OPEN) this.anchors.set(anchor, size)
    return size
  }

  private partsOf(node: unknown): readonly unknown[] {
    if (isSeq(node)) return node.items
    return isMap(node) ? (node.items as Pair[]).flatMap(({ key, value }) => [key, value]) : []
  }

  private aliasSize(alias: Alias): number {
    const size = this.anchors.get(alias.source)
    if (size === undefined) this.report(alias, 'yaml-syntax', TEXTS.yaml.noAnchor(alias.source))
    else if (size === OPEN) this.report(alias, 'yaml-syntax', TEXTS.yaml.aliasWithinItself(alias.source))
    else if (++this.aliases > MOST_ALIASES || (this.values += size) > MOST_VALUES)
      this.report(alias, 'too-many-aliases', TEXTS.yaml.tooManyAliases)
    return typeof size === 'number' ? size : 0
  }

  private report(alias: Alias, code: ProblemCode, message: string): void {
    const [start, end] = (alias as Node).range!
    if (code !== 'too-many-aliases' || this.problems.every(problem => problem.code !== code))
      this.problems.push({ code, message, start, end })
  }
}
