import { ABOVE_FLOAT32, ABSENT_CELL, KEPT, NONFINITE_CELL, ZERO_CELL, type Field } from '../numbers/field'
import type { Span } from '../numbers/spans'
import { columnSpans, eachBox, type RasterSize } from './boxes'
import { markBeyond, markNonfinite, markZero } from './glyphs'
import type { Rgb } from './oklab'
import type { Palette } from './palette'
import { colorWord, emptyPicture, fill, type Box, type Picture } from './picture'

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

/** Paints columns into a picture whose left edge is `left` px from the heatmap's. */
function paintColumns(picture: Picture, left: number, field: Field, brush: Brush, columns: readonly Span[]): Picture {
  eachBox(field, columns, { ...brush, left, height: picture.height }, (cell, lost, box) =>
    paint(brush, cell, lost, box)
  )
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
export function contrasting(color: Rgb): Rgb {
  const [red, green, blue] = color
  const target = 0.2126 * red + 0.7152 * green + 0.0722 * blue > 120 ? 30 : 255
  const part = (value: number) => Math.round(value + (target - value) * MARK_CONTRAST)
  return [part(red), part(green), part(blue)]
}

const MARK_CONTRAST = 0.45
