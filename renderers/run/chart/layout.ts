import type { RunRecord } from '../../../src/record'
import { hasAccuracy } from '../numbers/curves'
import { labelSize, type Theme } from '../paint/theme'
import { layerLabel } from '../words/layerLabel'
import { heightsOf, type Arrangement, type Heights } from './heights'

/** The width of a text in px. In a browser a canvas measures it; elsewhere an estimate does. */
export type Measure = (text: string) => number

/** An estimate for programs without a screen. */
export const estimate =
  (theme: Theme): Measure =>
  text =>
    text.length * labelSize(theme) * 0.56

/** Sizes in px. They depend on the width, the layers and the choice only, so that a running chart never jumps. */
export interface Layout extends Heights {
  readonly arrangement: Arrangement
  /** left of the plots, for the rows' names */
  readonly gutter: number
  /** of a heatmap and of the curves above it */
  readonly plotWidth: number
  /** between panels that stand next to each other */
  readonly gap: number
  /** of the profile and what stands above it */
  readonly profileWidth: number
  /** one for each layer, from the input (top) to the output */
  readonly rows: readonly string[]
  /** every how many rows a name stands */
  readonly rowStep: number
  /** how many labels the epoch axis has room for */
  readonly mostTicks: number
  readonly text: number
}

const GAP_TO_ROWS = 8
const RIGHT_MARGIN = 14
const NARROWEST_PLOT = 120
/** Names of rows tell their shapes from here on. */
const SHAPES_FROM = 400
/** A plot's own axis stands between two. */
const GAP = 42
const SIDE_FROM = 640
const TWIN_FROM = 980

/** The sizes of a figure `width` px wide with one heatmap or two next to each other; `measure`: an estimate if not given. */
export function layoutOf(record: RunRecord, theme: Theme, width: number, measure?: Measure, heatmaps = 1): Layout {
  const text = labelSize(theme)
  const widthOf = measure ?? estimate(theme)
  const rows = record.layers.map(layer => (width < SHAPES_FROM ? layer.name : layerLabel(layer)))
  const gutter = Math.ceil(Math.max(...rows.map(widthOf), widthOf('0.00000')) + GAP_TO_ROWS)
  const arrangement = width < SIDE_FROM ? 'column' : heatmaps === 2 && width >= TWIN_FROM ? 'twin' : 'side'
  const room = Math.max(NARROWEST_PLOT, Math.floor(width - gutter - RIGHT_MARGIN))
  const { plotWidth, profileWidth } = widths(arrangement, room, GAP)
  const heights = heightsOf(rows.length, arrangement, hasAccuracy(record))
  const { heatHeight } = heights
  return {
    arrangement,
    gutter,
    plotWidth,
    profileWidth,
    gap: GAP,
    ...heights,
    rows,
    text,
    rowStep: Math.max(1, Math.ceil(text / (heatHeight / Math.max(1, rows.length)))),
    mostTicks: plotWidth / widthOf('00000000')
  }
}

/** From the left edge of the first plot to the right edge of the last beside it. */
export function fullWidth({ arrangement, plotWidth, gap, profileWidth }: Layout): number {
  if (arrangement === 'column') return plotWidth
  return (arrangement === 'twin' ? 2 : 1) * (plotWidth + gap) + profileWidth
}

/** The heatmap is the picture: the profile takes a quarter of the room, within limits. */
function widths(arrangement: Arrangement, room: number, gap: number): { plotWidth: number; profileWidth: number } {
  if (arrangement === 'column') return { plotWidth: room, profileWidth: room }
  const profileWidth = Math.round(Math.min(300, Math.max(150, room * (arrangement === 'twin' ? 0.2 : 0.26))))
  const rest = room - profileWidth - gap
  return { profileWidth, plotWidth: arrangement === 'twin' ? Math.floor((rest - gap) / 2) : rest }
}
