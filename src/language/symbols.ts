import { isMap, isScalar, type Pair } from 'yaml'
import { shortened, type Range } from '../experiment'
import { visibleLine } from '../text'
import { rangeOfNode, readYaml } from './yaml'
import { TEXTS } from './texts'

/** An entry of the outline. */
export interface CellSymbol {
  readonly name: string
  readonly detail: string
  readonly kind: 'experiment' | 'key'
  /** all of it, and the part to put the cursor on */
  readonly range: Range
  readonly selection: Range
  readonly children: readonly CellSymbol[]
}

/** The experiment by its name, or else by its data, with its keys below; null for a cell without any. */
export function cellSymbol(text: string): CellSymbol | null {
  const { contents } = readYaml(text)
  if (!isMap(contents) || contents.items.length === 0) return null
  const pairs = contents.items.map(pair => pair as Pair)
  const name = scalarOf(pairs, 'name')
  const children = pairs.flatMap(pair => symbolOf(pair, text))
  const range = { start: children[0]?.range.start ?? 0, end: children.at(-1)?.range.end ?? text.length }
  const selection = children.find(child => child.name === (name ? 'name' : 'dataset'))?.range ?? range
  return {
    name: name ?? scalarOf(pairs, 'dataset') ?? TEXTS.unnamed,
    detail: '',
    kind: 'experiment',
    range,
    selection,
    children
  }
}

function scalarOf(pairs: readonly Pair[], key: string): string | null {
  const value = pairs.find(pair => keyOf(pair) === key)?.value
  return isScalar(value) && value.value !== null ? shown(String(value.value)) : null
}

/** As it can be shown anywhere. */
const shown = (text: string): string => visibleLine(shortened(text, LONGEST))
const LONGEST = 200

const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '')

function symbolOf(pair: Pair, text: string): CellSymbol[] {
  const [key, value] = [rangeOfNode(pair.key), rangeOfNode(pair.value)]
  if (key === null) return []
  const range = { start: key.start, end: value?.end ?? key.end }
  const detail = value ? text.slice(value.start, value.end).split('\n', 1)[0]! : ''
  return [{ name: shown(keyOf(pair)), detail: shown(detail), kind: 'key', range, selection: key, children: [] }]
}
