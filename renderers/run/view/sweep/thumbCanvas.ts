import type { MultiplesLayout } from '../../chart/sweep/multiplesLayout'
import type { SweepScene } from '../../chart/sweep/sweepScene'
import { reachOf, thumbRatios, type ThumbRatios } from '../../numbers/sweep/thumbField'
import type { Reach } from '../../numbers/colorScale'
import { thumbPixels } from './thumbPixels'

/** The pixels of all thumbnails on one canvas, on one scale. */
export interface ThumbCanvas {
  readonly canvas: HTMLCanvasElement
  readonly reach: Reach
}

export function thumbCanvas(scene: SweepScene, layout: MultiplesLayout, density: number): ThumbCanvas {
  const thumbs = layout.thumbs.flatMap(({ group, picture }) => {
    const ratios = ratiosOf(scene, group)
    return ratios ? [{ ratios, picture }] : []
  })
  const reach = reachOf(thumbs.map(({ ratios }) => ratios))
  const span = thumbs.reduce((most, { ratios }) => Math.max(most, ratios.columns), 1)
  const size = { width: scene.width, height: layout.height }
  const placed = thumbs.map(thumb => ({ ...thumb, span }))
  const colors = { ramp: scene.palette.colors, palette: scene.palette, reach }
  return { canvas: thumbPixels(size, placed, colors, density), reach }
}

function ratiosOf({ record, groups }: SweepScene, group: number): ThumbRatios | null {
  const { median } = groups[group]!
  const run = median === null ? undefined : record.runs[median]
  return run?.state === 'done' && run.summary.columns > 0 ? thumbRatios(run.summary) : null
}
