import type { MultiplesLayout } from '../../chart/sweep/multiplesLayout'
import type { SweepScene } from '../../chart/sweep/sweepScene'
import { reachOf, thumbField, thumbRatios, type ThumbRatios } from '../../numbers/sweep/thumbField'
import type { Reach } from '../../numbers/colorScale'
import { raster } from '../../paint/raster'
import { element } from '../dom'

/** The pixels of all thumbnails on one canvas, on one scale. */
export interface ThumbCanvas {
  readonly canvas: HTMLCanvasElement
  readonly reach: Reach
}

/** Layers of thumbnails are set apart from this height on, px: below, some would be and some not. */
const LEAST_ROW = 7

export function thumbCanvas(scene: SweepScene, layout: MultiplesLayout, density: number): ThumbCanvas {
  const canvas = element('canvas', 'gradnb-thumbs')
  canvas.width = Math.round(scene.width * density)
  canvas.height = Math.round(layout.height * density)
  canvas.style.width = `${scene.width}px`
  canvas.style.height = `${layout.height}px`
  const context = canvas.getContext('2d')!
  const thumbs = layout.thumbs.flatMap(({ group, picture }) => {
    const ratios = ratiosOf(scene, group)
    return ratios ? [{ ratios, picture }] : []
  })
  const reach = reachOf(thumbs.map(({ ratios }) => ratios))
  // A run that ended early leaves the rest of its picture empty.
  const columns = thumbs.reduce((most, { ratios }) => Math.max(most, ratios.columns), 1)
  for (const { ratios, picture } of thumbs) {
    const { x, y, width, height } = picture
    const gaps = { columns: false, rows: height >= LEAST_ROW * ratios.layers }
    const size = { width, height, density, gaps, window: { from: 0, to: columns } }
    const { pixels, ...made } = raster(thumbField(ratios, reach), scene.palette.colors, scene.palette, size)
    context.putImageData(
      new ImageData(pixels, made.width, made.height),
      Math.round(x * density),
      Math.round(y * density)
    )
  }
  return { canvas, reach }
}

function ratiosOf({ record, groups }: SweepScene, group: number): ThumbRatios | null {
  const { median } = groups[group]!
  const run = median === null ? undefined : record.runs[median]
  return run?.state === 'done' && run.summary.columns > 0 ? thumbRatios(run.summary) : null
}
