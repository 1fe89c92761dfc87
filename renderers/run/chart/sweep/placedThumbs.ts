import { raster } from '../../paint/raster'
import type { Reach } from '../../numbers/colorScale'
import { reachOf, thumbField, thumbRatios, type ThumbRatios } from '../../numbers/sweep/thumbField'
import type { Rgb } from '../../paint/oklab'
import type { Palette } from '../../paint/palette'
import type { DrawCells } from '../cells'
import type { Box, MultiplesLayout } from './multiplesLayout'
import type { SvgNode } from './svg'
import type { SweepScene } from './sweepScene'

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

/** The thumbnails of a sweep's groups, all on one scale. */
export function placedThumbs(
  scene: SweepScene,
  layout: MultiplesLayout
): { readonly thumbs: readonly PlacedThumb[]; readonly colors: ThumbColors } {
  const thumbs = layout.thumbs.flatMap(({ group, picture }) => {
    const ratios = ratiosOf(scene, group)
    return ratios ? [{ ratios, picture }] : []
  })
  const reach = reachOf(thumbs.map(({ ratios }) => ratios))
  const span = thumbs.reduce((most, { ratios }) => Math.max(most, ratios.columns), 1)
  const { palette } = scene
  return { thumbs: thumbs.map(thumb => ({ ...thumb, span })), colors: { ramp: palette.colors, palette, reach } }
}

/** Of a group's median run; null where it has none. */
export function ratiosOf({ record, groups }: Pick<SweepScene, 'record' | 'groups'>, group: number): ThumbRatios | null {
  const { median } = groups[group]!
  const run = median === null ? undefined : record.runs[median]
  return run?.state === 'done' && run.summary.columns > 0 ? thumbRatios(run.summary) : null
}

/** Layers are set apart from this height on, px: below, some would be and some not. */
const LEAST_ROW = 7

/** What `raster` is told of a thumbnail, but for its density. */
function cellsOf({ ratios, picture, span }: PlacedThumb, { ramp, palette, reach }: ThumbColors) {
  const { width, height } = picture
  const gaps = { columns: false, rows: height >= LEAST_ROW * ratios.layers }
  return {
    field: thumbField(ratios, reach),
    ramp,
    palette,
    size: { width, height, gaps, window: { from: 0, to: span } }
  }
}

/** The thumbnail's pixels, `density` of them a px. */
export function thumbRaster(thumb: PlacedThumb, colors: ThumbColors, density: number) {
  const { field, ramp, palette, size } = cellsOf(thumb, colors)
  return raster(field, ramp, palette, { ...size, density })
}

/** The thumbnails as parts of an SVG picture. */
export const thumbNodes = (thumbs: readonly PlacedThumb[], colors: ThumbColors, draw: DrawCells): SvgNode[] =>
  thumbs.map(thumb => draw(cellsOf(thumb, colors), thumb.picture))
