import { isMap, isScalar, isSeq, type Pair } from 'yaml'
import { comparedIn, type Range } from '../experiment'
import { rangeOfNode, readYaml } from './yaml'

/** The keys whose value names other cells of the notebook. */
const REFERENCE_KEYS: readonly string[] = ['extends', 'compare']

/** A cell's name where it stands in a text. */
export interface NameUse {
  readonly name: string
  readonly range: Range
  /** the cell's own name, or that of another cell */
  readonly role: 'definition' | 'reference'
}

/** The names of cells that a cell's text gives and refers to, in its order. */
export function nameUses(text: string): NameUse[] {
  const { contents } = readYaml(text)
  return isMap(contents) ? contents.items.flatMap(pair => usesOf(pair as Pair, text)) : []
}

function usesOf({ key, value }: Pair, text: string): NameUse[] {
  const name = isScalar(key) ? String(key.value) : ''
  if (name === 'name') return use(value, 'definition')
  if (!REFERENCE_KEYS.includes(name)) return []
  const references = (isSeq(value) ? value.items : [value]).flatMap(one => use(one, 'reference'))
  return name === 'compare' ? references.map(one => cellOf(one, text)) : references
}

function use(node: unknown, role: NameUse['role']): NameUse[] {
  const range = rangeOfNode(node)
  return range && isScalar(node) && typeof node.value === 'string' ? [{ name: node.value, range, role }] : []
}

/** Of `name/label` and `name#12` the name of the cell, without what follows it. */
function cellOf(use: NameUse, text: string): NameUse {
  const { cell } = comparedIn(use.name)
  if (cell === use.name) return use
  const { start, end } = use.range
  const at = text.slice(start, end).indexOf(cell)
  return at < 0 ? use : { ...use, name: cell, range: { start: start + at, end: start + at + cell.length } }
}

/** The use of a name at `offset` of a text. */
export const nameAt = (text: string, offset: number): NameUse | null =>
  nameUses(text).find(({ range }) => range.start <= offset && offset <= range.end) ?? null

/** A place in one of several cells. */
export interface CellRange extends Range {
  readonly cell: number
}

/** Where the cells with that name give it to themselves. */
export const definitionsOf = (name: string, texts: readonly string[]): CellRange[] =>
  everyUse(name, texts, ({ role }) => role === 'definition')

/** Everywhere the name stands in these cells. */
export const usesOfName = (name: string, texts: readonly string[]): CellRange[] => everyUse(name, texts, () => true)

function everyUse(name: string, texts: readonly string[], wanted: (use: NameUse) => boolean): CellRange[] {
  return texts.flatMap((text, cell) =>
    nameUses(text)
      .filter(use => use.name === name && wanted(use))
      .map(({ range }) => ({ cell, ...range }))
  )
}
