import type { Field } from '../numbers/field'
import type { Rgb } from '../paint/oklab'
import type { Palette } from '../paint/palette'
import { pngUrl } from '../paint/png'
import { raster, type RasterSize } from '../paint/raster'
import { svg, type SvgNode } from './sweep/svg'

/** A heatmap's cells, without axes and words. */
export interface Cells {
  readonly field: Field
  readonly ramp: readonly Rgb[]
  readonly palette: Palette
  readonly size: Omit<RasterSize, 'density'>
}

/** Draws cells with their upper left corner at `place`, px. */
export type DrawCells = (cells: Cells, place: { readonly x: number; readonly y: number }) => SvgNode

const DENSITY = 2

/** As a PNG picture inside the SVG. */
export const imageCells: DrawCells = ({ field, ramp, palette, size }, { x, y }) => {
  const { width, height } = size
  const href = pngUrl(raster(field, ramp, palette, { ...size, density: DENSITY }))
  return svg('image', { x, y, width, height, preserveAspectRatio: 'none', href })
}
