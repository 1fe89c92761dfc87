import type { Box } from '../../chart/sweep/multiplesLayout'
import type { Reach } from '../../numbers/colorScale'
import { thumbField, type ThumbRatios } from '../../numbers/sweep/thumbField'
import type { Rgb } from '../../paint/oklab'
import type { Palette } from '../../paint/palette'
import { raster } from '../../paint/raster'
import { element } from '../dom'

/** A small heatmap and where it stands, px. */
export interface PlacedThumb {
  readonly ratios: ThumbRatios
  readonly picture: Box
  /** columns that its width has room for: a run that ended early leaves the rest empty */
  readonly span: number
}

/** The colours of ratios: those of `ramp` up to `reach` on either side of 1. */
export interface ThumbColors {
  readonly ramp: readonly Rgb[]
  readonly palette: Palette
  readonly reach: Reach
}

/** Layers are set apart from this height on, px: below, some would be and some not. */
const LEAST_ROW = 7

/** The pixels of `thumbs` on one canvas of `width` × `height` px, `density` of them a px. */
export function thumbPixels(
  { width, height }: { readonly width: number; readonly height: number },
  thumbs: readonly PlacedThumb[],
  { ramp, palette, reach }: ThumbColors,
  density: number
): HTMLCanvasElement {
  const canvas = element('canvas', 'gradnb-thumbs')
  canvas.width = Math.round(width * density)
  canvas.height = Math.round(height * density)
  canvas.style.width = `${width}px`
  canvas.style.height = `${height}px`
  const context = canvas.getContext('2d')!
  for (const { ratios, picture, span } of thumbs) {
    const { x, y, ...size } = picture
    const gaps = { columns: false, rows: size.height >= LEAST_ROW * ratios.layers }
    const drawn = { ...size, density, gaps, window: { from: 0, to: span } }
    const { pixels, ...made } = raster(thumbField(ratios, reach), ramp, palette, drawn)
    context.putImageData(
      new ImageData(pixels, made.width, made.height),
      Math.round(x * density),
      Math.round(y * density)
    )
  }
  return canvas
}
