import { numberAt, type FigureQuantity } from '../../renderers/run/numbers/quantities'
import { formatScaled, type RunRecord } from '../record'
import { shortened, visibleLine } from '../text'
import { TEXTS } from './texts'

/** What stands left and right of the cells, and how many characters are left for them. */
export interface TextFrame {
  /** [layers], all as long */
  readonly names: readonly string[]
  /** [layers] the number before training and in the last epoch, or the last one alone; null where there is no room */
  readonly ends: readonly string[] | null
  /** of the ends' column */
  readonly endsTitle: string
  readonly room: number
}

/** Fewer characters show no course. */
const LEAST_CELLS = 16
/** Of a line, for names. */
const NAMES_SHARE = 0.34

/** Names lose their shapes and then their ends, and numbers make room, before the cells do. */
export function frameOf(record: RunRecord, quantity: FigureQuantity, width: number): TextFrame {
  const names = namesOf(record, Math.max(6, Math.floor(width * NAMES_SHARE)))
  const last = record.columns - 1
  const number = (column: number, layer: number) => formatScaled(numberAt(record, quantity, column, layer), 3)
  const both = record.layers.map((_, layer) => `${number(0, layer)} → ${number(last, layer)}`)
  const newest = record.layers.map((_, layer) => number(last, layer))
  const title = (column: number) => (column === 0 ? TEXTS.init : TEXTS.inEpoch(column))
  const choices = [
    ...(last > 0 ? [{ ends: both, endsTitle: `${TEXTS.init} → ${title(last)}` }] : []),
    { ends: newest, endsTitle: title(last) }
  ]
  const free = width - names[0]!.length - 1
  for (const { ends, endsTitle } of choices) {
    const room = free - longest([...ends, endsTitle]) - 1
    if (room >= LEAST_CELLS) return { names, ends, endsTitle, room }
  }
  return { names, ends: null, endsTitle: '', room: Math.max(1, free) }
}

function namesOf({ layers }: RunRecord, most: number): string[] {
  const plain = layers.map(({ name }) => visibleLine(name))
  const shaped = layers.map(({ inputs, outputs }, i) => `${plain[i]!}  ${inputs}→${outputs}`)
  const names = (longest(shaped) <= most ? shaped : plain).map(name => shortened(name, most))
  const width = longest(names)
  return names.map(name => name.padEnd(width))
}

/** Characters of the longest text. */
const longest = (texts: readonly string[]): number => texts.reduce((most, { length }) => Math.max(most, length), 0)
