import type { Heat, Scene } from '../chart/scene'
import type { Field } from '../numbers/field'
import { windowOf } from '../numbers/look'
import type { RasterSize } from '../paint/boxes'
import { rasterFrom } from '../paint/raster'

/**
 * A heatmap's picture as a canvas, which Vega draws without having to load anything. While a run goes on, only the
 * columns that are new are painted.
 */
export class HeatCanvas {
  private canvas = document.createElement('canvas')
  private painted: Field | null = null
  private style = ''

  /** The canvas with the heatmap's cells, `density` device pixels for each pixel of the chart. */
  draw({ shown, look, layout, palette, theme }: Scene, { ramp, scale, field }: Heat, density: number) {
    const { plotWidth: width, heatHeight: height } = layout
    const { timeline } = shown
    const size: RasterSize = { width, height, density, timeline, window: windowOf(shown, look) }
    const style = JSON.stringify([size, scale, theme.kind])
    const known = style === this.style ? commonColumns(this.painted, field) : 0
    if (known === 0) this.clear(size)
    const strip = rasterFrom(known, field, ramp, palette, size)
    if (strip) {
      const { pixels, width, height } = strip.picture
      this.canvas.getContext('2d')!.putImageData(new ImageData(pixels, width, height), strip.left, 0)
    }
    this.painted = field
    this.style = style
    return this.canvas
  }

  private clear({ width, height, density }: RasterSize): void {
    this.canvas = document.createElement('canvas')
    this.canvas.width = Math.round(width * density)
    this.canvas.height = Math.round(height * density)
  }
}

/** How many columns from the left are the same in both; none where the later one has fewer. */
function commonColumns(before: Field | null, { cells, lost, layers, columns }: Field): number {
  if (!before || before.layers !== layers || before.columns > columns) return 0
  for (let i = 0; i < before.cells.length; i++)
    if (before.cells[i] !== cells[i] || before.lost[i] !== lost[i]) return Math.floor(i / layers)
  return before.columns
}
