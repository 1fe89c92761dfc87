import { windowOf } from '../numbers/look'
import type { Field } from '../numbers/field'
import type { Rgb } from '../paint/oklab'
import type { Palette } from '../paint/palette'
import { pngUrl } from '../paint/png'
import type { RasterSize } from '../paint/boxes'
import { raster } from '../paint/raster'
import type { Heat, Scene } from './scene'
import { svg, type SvgNode } from './sweep/svg'

/** A heatmap's cells, without axes and words. */
export interface Cells {
  readonly field: Field
  readonly ramp: readonly Rgb[]
  readonly palette: Palette
  readonly size: Omit<RasterSize, 'density'>
}

/** The cells of a run's heatmap. */
export const heatCells = ({ shown, look, layout, palette }: Scene, { ramp, field }: Heat): Cells => {
  const { plotWidth: width, heatHeight: height } = layout
  const { timeline } = shown
  return { field, ramp, palette, size: { width, height, timeline, window: windowOf(shown, look) } }
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
