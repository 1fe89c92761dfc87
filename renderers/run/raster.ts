import { at, type Table } from '../../src/record'
import { cellOf, type Cell } from './cell'
import { position, type ColorScale } from './colorScale'
import { markNonfinite, markZero } from './glyphs'
import { colorIndex, type Palette } from './palette'
import { colorWord, emptyPicture, fill, type Box, type Picture } from './picture'

/** The heatmap's plot area in CSS pixels, and how many device pixels make one. */
export interface RasterSize {
  readonly width: number
  readonly height: number
  readonly density: number
  /** columns that the width stands for: 1 + planned epochs */
  readonly columns: number
}

/** Cells from this size on, in CSS pixels, are set apart by a line of background. */
const GAP_FROM = 6

/**
 * The heatmap's cells as pixels. One picture is far quicker than a mark for each cell and draws any number of them alike. Where
 * cells are smaller than pixels, a pixel shows the worst of its cells: what is not finite must never get lost, then what is
 * farthest from healthy.
 */
export function raster(table: Table, scale: ColorScale, palette: Palette, size: RasterSize): Picture {
  const width = Math.round(size.width * size.density)
  const height = Math.round(size.height * size.density)
  const picture = emptyPicture(width, height)
  const inks = inksOf(palette)
  const columns = spans(size.columns, width, table.columns)
  const rows = spans(table.layers, height, table.layers)
  const gap = (box: number) => (box >= GAP_FROM * size.density ? Math.round(size.density) : 0)
  for (const column of columns)
    for (const row of rows) {
      const box: Box = {
        left: column.from,
        top: row.from,
        right: column.to - gap(column.to - column.from),
        bottom: row.to - gap(row.to - row.from)
      }
      paint(picture, box, worst(table, scale, column, row), scale, inks, size.density)
    }
  return picture
}

interface Span {
  readonly from: number
  readonly to: number
  readonly first: number
  readonly last: number
}

/** Pixels `from` … `to` - 1 for entries `first` … `last`: a span for each entry, or for each pixel where these are fewer. */
function spans(entries: number, pixels: number, present: number): Span[] {
  const count = Math.min(entries, pixels)
  const all = Array.from({ length: count }, (_, i) => ({
    from: Math.round((i * pixels) / count),
    to: Math.round(((i + 1) * pixels) / count),
    first: Math.floor((i * entries) / count),
    last: Math.min(present, Math.ceil(((i + 1) * entries) / count)) - 1
  }))
  return all.filter(span => span.first < present)
}

function worst(table: Table, scale: ColorScale, columns: Span, rows: Span): Cell {
  let found: Cell = { kind: 'absent' }
  for (let column = columns.first; column <= columns.last; column++)
    for (let layer = rows.first; layer <= rows.last; layer++) {
      const cell = cellOf(at(table, column, layer))
      if (badness(cell, scale) > badness(found, scale)) found = cell
    }
  return found
}

function badness(cell: Cell, scale: ColorScale): number {
  if (cell.kind === 'finite') return Math.abs(position(scale, cell.log))
  return { absent: -1, zero: 2, nonfinite: 3 }[cell.kind]
}

/** The palette as numbers that `fill` takes. */
interface Inks {
  readonly palette: Palette
  readonly ramp: Uint32Array
  readonly zero: number
  readonly nonfinite: number
  readonly absent: number
}

const inksOf = (palette: Palette): Inks => ({
  palette,
  ramp: Uint32Array.from(palette.colors, colorWord),
  zero: colorWord(palette.zero),
  nonfinite: colorWord(palette.nonfinite),
  absent: colorWord(palette.absent)
})

function paint(picture: Picture, box: Box, cell: Cell, scale: ColorScale, inks: Inks, density: number): void {
  if (cell.kind === 'finite') return fill(picture, box, inks.ramp[colorIndex(position(scale, cell.log))]!)
  fill(picture, box, inks[cell.kind])
  if (cell.kind === 'nonfinite') markNonfinite(picture, box, inks.palette.nonfiniteMark, density)
  if (cell.kind === 'zero') markZero(picture, box, inks.palette.zeroMark, density)
}
