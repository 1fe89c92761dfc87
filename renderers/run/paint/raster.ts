import { ABOVE_FLOAT32, ABSENT_CELL, KEPT, NONFINITE_CELL, ZERO_CELL, type Field } from '../numbers/field'
import { spans, type Span, type AxisWindow } from '../numbers/spans'
import { spansAlong } from '../numbers/spansAlong'
import type { Timeline } from '../numbers/timeline'
import { markBeyond, markNonfinite, markZero } from './glyphs'
import type { Rgb } from './oklab'
import type { Palette } from './palette'
import { colorWord, emptyPicture, fill, type Box, type Picture } from './picture'

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

/** A part of the heatmap's picture, px from its left edge. */
export interface Strip {
  readonly left: number
  readonly picture: Picture
}

/**
 * The heatmap's cells as pixels. One picture is far quicker than a mark for each cell and draws any number of them
 * alike. Where a column of pixels stands for several epochs, the upper half of each row shows their maximum and the
 * lower half their minimum: a spike of one epoch stays, up or down, and what is not finite never gets lost.
 */
export function raster(field: Field, ramp: readonly Rgb[], palette: Palette, size: RasterSize): Picture {
  const picture = emptyPicture(Math.round(size.width * size.density), Math.round(size.height * size.density))
  return paintColumns(picture, 0, field, brushOf(picture, ramp, palette, size), columnSpans(field, size))
}

/** The same pixels, but only those that show column `first` and later ones; null if there are none. */
export function rasterFrom(
  first: number,
  field: Field,
  ramp: readonly Rgb[],
  palette: Palette,
  size: RasterSize
): Strip | null {
  const columns = columnSpans(field, size).filter(span => span.last >= first)
  if (columns.length === 0) return null
  const left = columns[0]!.from
  const picture = emptyPicture(columns.at(-1)!.to - left, Math.round(size.height * size.density))
  const brush = brushOf(picture, ramp, palette, size)
  return { left, picture: paintColumns(picture, left, field, brush, columns) }
}

function columnSpans(field: Field, { window, width, density, timeline }: RasterSize): Span[] {
  const pixels = Math.round(width * density)
  return timeline ? spansAlong(timeline, window, pixels, field.columns) : spans(window, pixels, field.columns)
}

/** Paints columns into a picture whose left edge is `left` px from the heatmap's. */
function paintColumns(picture: Picture, left: number, field: Field, brush: Brush, columns: readonly Span[]): Picture {
  const rows = spans({ from: 0, to: field.layers }, picture.height, field.layers)
  const gap = (length: number, any: boolean) =>
    any && length >= GAP_FROM * brush.density ? Math.round(brush.density) : 0
  for (const column of columns)
    for (const row of rows) {
      const right = column.to - gap(column.to - column.from, brush.gaps.columns) - left
      const bottom = row.to - gap(row.to - row.from, brush.gaps.rows)
      paintCell(brush, field, column, row, { left: column.from - left, top: row.from, right, bottom })
    }
  return picture
}

interface Brush {
  readonly picture: Picture
  /** [colours]: as words of the picture */
  readonly ramp: Uint32Array
  /** upon each colour the colour of marks */
  readonly marks: readonly Rgb[]
  readonly palette: Palette
  readonly density: number
  readonly gaps: NonNullable<RasterSize['gaps']>
  readonly absent: number
  readonly nonfinite: number
  readonly zero: number
}

const brushOf = (
  picture: Picture,
  rgb: readonly Rgb[],
  palette: Palette,
  { density, gaps = { columns: true, rows: true } }: RasterSize
): Brush => ({
  picture,
  palette,
  density,
  gaps,
  marks: rgb.map(contrasting),
  ramp: Uint32Array.from(rgb, colorWord),
  absent: colorWord(palette.absent),
  nonfinite: colorWord(palette.nonfinite),
  zero: colorWord(palette.zero)
})

/** One box of pixels, for one cell or for all those of its column and row. */
function paintCell(brush: Brush, field: Field, column: Span, row: Span, box: Box): void {
  const { highest, lowest, lost } = extremes(field, column, row)
  const middle = (box.top + box.bottom) >> 1
  if (highest === lowest || middle === box.top) paint(brush, highest, lost, box)
  else {
    paint(brush, highest, lost, { ...box, bottom: middle })
    paint(brush, lowest, lost, { ...box, top: middle })
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

function paint(brush: Brush, cell: number, lost: number, box: Box): void {
  const { picture, palette, density } = brush
  if (cell === ABSENT_CELL) return fill(picture, box, brush.absent)
  if (cell === NONFINITE_CELL) {
    fill(picture, box, brush.nonfinite)
    return markNonfinite(picture, box, palette.nonfiniteMark, density)
  }
  if (cell === ZERO_CELL) {
    fill(picture, box, brush.zero)
    return markZero(picture, box, palette.zeroMark, density)
  }
  fill(picture, box, brush.ramp[cell]!)
  if (lost !== KEPT) markBeyond(picture, box, brush.marks[cell]!, density, lost === ABOVE_FLOAT32)
}

/** A mark's colour upon `color`: visible, but quieter than the colours themselves. */
function contrasting(color: Rgb): Rgb {
  const [red, green, blue] = color
  const target = 0.2126 * red + 0.7152 * green + 0.0722 * blue > 120 ? 30 : 255
  const part = (value: number) => Math.round(value + (target - value) * MARK_CONTRAST)
  return [part(red), part(green), part(blue)]
}

const MARK_CONTRAST = 0.45
