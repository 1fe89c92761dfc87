import { ABOVE_FLOAT32, KEPT, NONFINITE_CELL, ZERO_CELL, ABSENT_CELL } from '../numbers/field'
import { columnSpans, eachBox } from '../paint/boxes'
import { hex, type Rgb } from '../paint/oklab'
import type { Box } from '../paint/picture'
import { contrasting } from '../paint/raster'
import { imageCells, type Cells, type DrawCells } from './cells'
import { px, svg, type SvgNode } from './sweep/svg'

/** Pixels of the grid on which boxes stand for one of the picture. */
const DENSITY = 2
/** A heatmap of more cells is an image: its file would be large, and its cells are too small to be told apart. */
const MOST_CELLS = 20_000
/** Without lines between them boxes lie upon the next ones by this, px, so that no viewer draws a seam. */
const OVERLAP = 0.25
/** From this size on, px, a box has room for a sign. */
const SIGN_FROM = 7

/** Cells as shapes, which stay sharp at any size: neighbours of one colour are one. */
export const vectorCells: DrawCells = (cells, { x, y }) => {
  const { columns, layers } = cells.field
  if (columns * layers > MOST_CELLS) return imageCells(cells, { x, y })
  const boxes = mergedBoxes(cells)
  const neighbours = { lefts: new Set(boxes.map(({ left }) => left)), tops: new Set(boxes.map(({ top }) => top)) }
  return svg(
    'g',
    { transform: `translate(${px(x)},${px(y)})` },
    ...boxes.map(box => rect(box, cells, neighbours)),
    ...boxes.flatMap(box => markOf(box, cells))
  )
}

/** Where boxes begin. */
interface Neighbours {
  readonly lefts: ReadonlySet<number>
  readonly tops: ReadonlySet<number>
}

/** A cell, and its place in px. */
interface DrawnBox extends Box {
  readonly cell: number
  readonly lost: number
}

/** All boxes from the top, those of a line from the left. */
function mergedBoxes({ field, size }: Cells): DrawnBox[] {
  const frame = { gaps: { columns: true, rows: true }, ...size, density: DENSITY }
  const place = { ...frame, left: 0, height: Math.round(size.height * DENSITY) }
  const boxes: DrawnBox[] = []
  const last = new Map<string, number>()
  eachBox(field, columnSpans(field, frame), place, (cell, lost, box) => {
    const line = `${box.top} ${box.bottom}`
    const before = boxes[last.get(line) ?? -1]
    const joins = before?.right === box.left && before.cell === cell && before.lost === lost && !isMarked(cell, lost)
    if (joins) boxes[last.get(line)!] = { ...before, right: box.right }
    else last.set(line, boxes.push({ cell, lost, ...box }) - 1)
  })
  return boxes.map(inPixels).sort((a, b) => a.top - b.top || a.left - b.left)
}

const inPixels = ({ left, top, right, bottom, ...rest }: DrawnBox): DrawnBox => ({
  ...rest,
  ...{ left: left / DENSITY, top: top / DENSITY, right: right / DENSITY, bottom: bottom / DENSITY }
})

const isMarked = (cell: number, lost: number): boolean => lost !== KEPT || cell === NONFINITE_CELL || cell === ZERO_CELL

/** A little larger towards the boxes that it touches. */
function rect(box: DrawnBox, { ramp, palette }: Cells, { lefts, tops }: Neighbours): SvgNode {
  const { left: x, top: y, right, bottom } = box
  const width = right - x + (lefts.has(right) ? OVERLAP : 0)
  const height = bottom - y + (tops.has(bottom) ? OVERLAP : 0)
  return svg('rect', { x, y, width, height, fill: hex(colorOf(box.cell, ramp, palette)) })
}

function colorOf(cell: number, ramp: readonly Rgb[], { absent, nonfinite, zero }: Cells['palette']): Rgb {
  if (cell === ABSENT_CELL) return absent
  return cell === NONFINITE_CELL ? nonfinite : cell === ZERO_CELL ? zero : ramp[cell]!
}

/** × not finite, ○ exactly zero, a triangle beyond float32's range; where there is no room a stroke, a dot or a dash. */
function markOf({ cell, lost, left, top, right, bottom }: DrawnBox, { ramp, palette }: Cells): SvgNode[] {
  if (!isMarked(cell, lost) || cell === ABSENT_CELL) return []
  const [x, y, least] = [(left + right) / 2, (top + bottom) / 2, Math.min(right - left, bottom - top)]
  const [size, isSign] = [Math.min(3.5, 0.3 * least), least >= SIGN_FROM]
  const line = (d: string, color: Rgb) => [svg('path', { d, fill: 'none', stroke: hex(color), 'stroke-width': isSign ? 1.2 : 0.5 })] // prettier-ignore
  if (cell === NONFINITE_CELL) {
    const stroke = `M${px(x - size)} ${px(y + size)}L${px(x + size)} ${px(y - size)}`
    const cross = `${stroke}M${px(x - size)} ${px(y - size)}L${px(x + size)} ${px(y + size)}`
    return line(isSign ? cross : stroke, palette.nonfiniteMark)
  }
  if (cell === ZERO_CELL)
    return isSign
      ? [svg('circle', { cx: x, cy: y, r: px(size), fill: 'none', stroke: hex(palette.zeroMark), 'stroke-width': 1.2 })]
      : line(`M${x - 0.4} ${y}L${x + 0.4} ${y}`, palette.zeroMark)
  const up = lost === ABOVE_FLOAT32 ? 1 : -1
  const triangle = `M${px(x)} ${px(y - up * size)}L${px(x + size)} ${px(y + 0.7 * up * size)}L${px(x - size)} ${px(y + 0.7 * up * size)}Z`
  const dash = up > 0 ? `M${x} ${y - 0.8}L${x} ${y + 0.8}` : `M${x - 0.8} ${y}L${x + 0.8} ${y}`
  const color = contrasting(ramp[cell] ?? palette.absent)
  return isSign ? [svg('path', { d: triangle, fill: hex(color) })] : line(dash, color)
}
