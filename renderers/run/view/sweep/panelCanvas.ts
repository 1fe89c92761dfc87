import type { PanelRow } from '../../chart/sweep/comparePanels'
import type { Reach } from '../../numbers/colorScale'
import { thumbField } from '../../numbers/sweep/thumbField'
import type { Rgb } from '../../paint/oklab'
import type { Palette } from '../../paint/palette'
import { raster } from '../../paint/raster'
import { element } from '../dom'

/** The pixels of heatmaps that stand next to each other, on one scale. */
export function panelCanvas(
  { panels, drawing }: PanelRow,
  ramp: readonly Rgb[],
  palette: Palette,
  reach: Reach,
  density: number
): HTMLCanvasElement {
  const canvas = element('canvas', 'gradnb-thumbs')
  canvas.width = Math.round(drawing.width * density)
  canvas.height = Math.round(drawing.height * density)
  canvas.style.width = `${drawing.width}px`
  canvas.style.height = `${drawing.height}px`
  const context = canvas.getContext('2d')!
  for (const { picture, ratios, span } of panels) {
    const { x, y, width, height } = picture
    const size = {
      width,
      height,
      density,
      gaps: { columns: false, rows: height >= 7 * ratios.layers },
      window: { from: 0, to: span }
    }
    const { pixels, ...made } = raster(thumbField(ratios, reach), ramp, palette, size)
    context.putImageData(
      new ImageData(pixels, made.width, made.height),
      Math.round(x * density),
      Math.round(y * density)
    )
  }
  return canvas
}
