import { ABSENT_CELL, KEPT, NONFINITE_CELL, ZERO_CELL, type Field } from '../numbers/field'
import { spans, type Span, type AxisWindow } from '../numbers/spans'
import { spansAlong } from '../numbers/spansAlong'
import type { Timeline } from '../numbers/timeline'
import type { Box } from './picture'

/** The heatmap's plot area in CSS pixels, and how many device pixels make one. */
export interface RasterSize {
  readonly width: number
  readonly height: number
  readonly density: number
  /** the part of the axis in view; beyond the columns recorded the picture is empty */
  readonly window: AxisWindow
  /** the columns on the axis; each is one unit wide where not given */
  readonly timeline?: Timeline
  /** whether lines of background set cells apart where these are large enough; they do unless this says no */
  readonly gaps?: { readonly columns: boolean; readonly rows: boolean }
}

/** Cells from this size on, in CSS pixels, are set apart by a line of background. */
const GAP_FROM = 6

/** What is drawn of a heatmap: a cell, whether float32 would have lost it (see `Field`), and its place in pixels. */
export type PaintBox = (cell: number, lost: number, box: Box) => void

/** Where boxes stand: `left` px are left out on the left. */
interface Frame extends Pick<RasterSize, 'density'> {
  readonly gaps: NonNullable<RasterSize['gaps']>
  readonly left: number
  readonly height: number
}

/** The columns in view and their pixels. */
export function columnSpans(field: Field, { window, width, density, timeline }: RasterSize): Span[] {
  const pixels = Math.round(width * density)
  return timeline ? spansAlong(timeline, window, pixels, field.columns) : spans(window, pixels, field.columns)
}

/**
 * All boxes of `columns`, column by column from the top. Where a column of pixels stands for several epochs, the upper half of each row is their
 * maximum and the lower half their minimum.
 */
export function eachBox(
  field: Field,
  columns: readonly Span[],
  { density, gaps, left, height }: Frame,
  paint: PaintBox
): void {
  const rows = spans({ from: 0, to: field.layers }, height, field.layers)
  const gap = (length: number, any: boolean) => (any && length >= GAP_FROM * density ? Math.round(density) : 0)
  for (const column of columns)
    for (const row of rows) {
      const right = column.to - gap(column.to - column.from, gaps.columns) - left
      const bottom = row.to - gap(row.to - row.from, gaps.rows)
      paintCell(paint, field, column, row, { left: column.from - left, top: row.from, right, bottom })
    }
}

/** One box of pixels, for one cell or for all those of its column and row. */
function paintCell(paint: PaintBox, field: Field, column: Span, row: Span, box: Box): void {
  const { highest, lowest, lost } = extremes(field, column, row)
  const middle = (box.top + box.bottom) >> 1
  if (highest === lowest || middle === box.top) paint(highest, lost, box)
  else {
    paint(highest, lost, { ...box, bottom: middle })
    paint(lowest, lost, { ...box, top: middle })
  }
}

/** Orders cells: nothing, zero, the scale from end to end, not finite. */
const rank = (cell: number): number =>
  cell >= 0 ? cell : cell === NONFINITE_CELL ? 1e6 : cell === ZERO_CELL ? -1 : -Infinity

function extremes({ cells, lost, layers }: Field, columns: Span, rows: Span) {
  let [highest, lowest, any] = [ABSENT_CELL, ABSENT_CELL, KEPT]
  for (let column = columns.first; column <= columns.last; column++)
    for (let index = column * layers + rows.first; index <= column * layers + rows.last; index++) {
      const cell = cells[index]!
      any = Math.max(any, lost[index]!)
      if (cell === ABSENT_CELL) continue
      if (highest === ABSENT_CELL || rank(cell) > rank(highest)) highest = cell
      if (lowest === ABSENT_CELL || rank(cell) < rank(lowest)) lowest = cell
    }
  return { highest, lowest, lost: any }
}
