import { visibleLine } from '../../../src/text'
import type { Confusion } from '../numbers/confusion'
import { hex, inkOn } from '../paint/oklab'
import { shareText } from '../words/confusionText'
import { TEXTS } from '../words/texts'
import type { DetailRoom } from './detailPlace'
import { fitted } from './fitted'
import type { Layer, Panel } from './panel'
import { placedTexts } from './placedTexts'
import type { Scene } from './scene'
import { strut } from './strut'
import { titleLayer } from './titleLayer'

const { answers: TEXT } = TEXTS.details

const LARGEST_CELL = 64
const TALLEST_CELL = 40
const SMALLEST_CELL = 9
const LONGEST_NAME = 110

/** Which classes were taken for which: a row a true class, a column an answer, darker for a larger share of the row. */
export function confusionPanel(scene: Scene, confusion: Confusion, room: DetailRoom) {
  const { layout, measure } = scene
  const names = confusion.classes.map(name => fitted(visibleLine(name), LONGEST_NAME, measure))
  const cells = cellsOf(confusion)
  const columns = confusion.unanswered.some(count => count > 0) ? [...names, TEXT.unanswered] : names
  const line = Math.round(layout.text * 1.35)
  const left = Math.max(room.left, Math.ceil(Math.max(...names.map(measure))) + 12)
  const free = room.width + room.left - left
  const width = Math.max(SMALLEST_CELL, Math.min(LARGEST_CELL, free / columns.length))
  const height = Math.max(line + 2, Math.min(TALLEST_CELL, width))
  const upright = columns.every(name => measure(name) <= width - 4)
  const depth = upright ? line : Math.ceil(Math.max(...columns.map(measure)))
  const panel: Panel = {
    name: 'confusion',
    width: width * columns.length,
    height: height * names.length,
    layer: [
      strut(left),
      boxes(scene, cells, width, height),
      numbers(scene, cells, width, height),
      ...classNames(scene, { names, columns, width, height, upright, depth })
    ]
  }
  return { panel, left, extra: depth + 2 * line + 14 }
}

/** What is written around the table. */
interface Edges {
  /** of the rows, and of the columns: one more where some samples have no answer */
  readonly names: readonly string[]
  readonly columns: readonly string[]
  /** of a cell, px */
  readonly width: number
  readonly height: number
  /** whether the columns' names fit below their columns without being turned */
  readonly upright: boolean
  /** px that the columns' names take below the table */
  readonly depth: number
}

/** The true classes left of the rows, the answers below the columns, and what each of both is. */
function classNames({ theme, layout }: Scene, { names, columns, width, height, upright, depth }: Edges): Layer[] {
  const [wide, tall] = [width * columns.length, height * names.length]
  const style = { fontSize: layout.text, color: theme.foreground }
  const rowTexts = names.map((text, row) => ({ text, x: -8, y: (row + 0.5) * height }))
  const columnTexts = columns.map((text, column) => ({ text, x: (column + 0.5) * width, y: tall + 6 }))
  const turned = upright ? ({ align: 'center', baseline: 'top' } as const) : ({ align: 'right', angle: -90 } as const)
  const answer = { text: TEXT.answer, x: wide, y: tall + depth + 14 }
  return [
    placedTexts(rowTexts, { align: 'right', ...style }),
    placedTexts(columnTexts, { ...turned, ...style }),
    placedTexts([answer], { align: 'right', baseline: 'top', ...style, color: theme.muted }),
    titleLayer(theme, layout, [TEXT.truth])
  ]
}

interface Cell {
  readonly row: number
  readonly column: number
  readonly count: number
  /** of its row, 0 … 1 */
  readonly share: number
  readonly text: string
}

function cellsOf({ counts, unanswered, totals }: Confusion): Cell[] {
  const withLost = unanswered.some(count => count > 0)
  return counts.flatMap((own, row) =>
    (withLost ? [...own, unanswered[row]!] : own).map((count, column) => {
      const share = totals[row] === 0 ? 0 : count / totals[row]!
      return { row, column, count, share, text: shareText(count, totals[row]!) }
    })
  )
}

/** Right answers have a frame: the diagonal is found without its colour. */
function boxes({ palette, theme }: Scene, cells: readonly Cell[], width: number, height: number): Layer {
  const ramp = palette.fraction
  const values = cells.map(({ row, column, share }) => ({
    ...{ x: column * width, x2: (column + 1) * width - 1, y: row * height, y2: (row + 1) * height - 1 },
    fill: hex(ramp[Math.round(share * (ramp.length - 1))]!),
    stroke: row === column ? theme.foreground : theme.border
  }))
  const at = (field: string) => ({ field, type: 'quantitative', scale: null }) as const
  return {
    data: { values },
    mark: { type: 'rect', strokeWidth: 1 },
    encoding: {
      ...{ x: at('x'), x2: { field: 'x2' }, y: at('y'), y2: { field: 'y2' } },
      fill: { field: 'fill', type: 'nominal', scale: null, legend: null },
      stroke: { field: 'stroke', type: 'nominal', scale: null, legend: null }
    }
  }
}

/** Counts, and below them their share of the row where there is room; nothing where not even counts fit. */
function numbers(
  { palette, layout, measure, theme }: Scene,
  cells: readonly Cell[],
  width: number,
  height: number
): Layer {
  const ramp = palette.fraction
  const fits = cells.every(({ count }) => measure(String(count)) <= width - 4)
  const both = cells.every(({ text }) => measure(text) <= width - 4) && height >= 2.3 * layout.text
  const values = cells
    .filter(({ count }) => fits && count > 0)
    .flatMap(({ row, column, count, share, text }) => {
      const color = hex(inkOn(ramp[Math.round(share * (ramp.length - 1))]!))
      const [x, y] = [(column + 0.5) * width, (row + 0.5) * height]
      return both
        ? [
            { text: String(count), x, y: y - layout.text * 0.6, color },
            { text, x, y: y + layout.text * 0.6, color }
          ]
        : [{ text: String(count), x, y, color }]
    })
  return placedTexts(values, { align: 'center', fontSize: layout.text, color: theme.foreground })
}
