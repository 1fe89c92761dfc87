/**
 * Where the panels stand: `column`: all below each other; `side`: the profile right of the heatmap; `twin`: two
 * heatmaps next to each other and the profile right of them.
 */
export type Arrangement = 'column' | 'side' | 'twin'

/** From the chart's top to the labels of its columns, px: with a verdict and a cell of ten lines this much fits a window of 900 px. */
const TALLEST = 420

/** Above a plot for its title, below it for the labels of its columns, and between two plots with that, px. */
const TITLE = 17
const AXIS = 22
const BETWEEN = 29
/** Two further lines that a heatmap's title or its profile's may take, px. */
const MORE_TITLE = 30

const ROW = 22
const THIN_ROW = 11
/** From this height on rows get thinner, but not thinner than a name until the chart is as tall as it may be. */
const TALL = 148
/** Up to this many rows there is room for curves to be taller. */
const FEW = 5

/** Of the plots, px. */
export interface Heights {
  readonly lossHeight: number
  readonly accuracyHeight: number
  readonly sizeHeight: number
  readonly heatHeight: number
}

/** The plots' heights: the heatmap of `rows` rows is the picture, and curves get what it leaves. */
export function heightsOf(rows: number, arrangement: Arrangement, hasAccuracy: boolean): Heights {
  const roomy = rows <= FEW && arrangement !== 'column'
  const lossHeight = roomy ? 56 : 32
  const sizeHeight = roomy ? 34 : 20
  const accuracyHeight = arrangement === 'column' ? sizeHeight : lossHeight
  const stacked = stackedOf(arrangement, hasAccuracy, { lossHeight, sizeHeight, accuracyHeight })
  const above = TITLE + stacked.reduce((sum, height) => sum + height + BETWEEN, 0) + MORE_TITLE
  const natural = rows * ROW <= TALL ? rows * ROW : Math.max(TALL, rows * THIN_ROW)
  return { lossHeight, sizeHeight, accuracyHeight, heatHeight: Math.max(30, Math.min(natural, TALLEST - above - AXIS)) }
}

/** The curves that stand below each other. */
function stackedOf(
  arrangement: Arrangement,
  hasAccuracy: boolean,
  { lossHeight, sizeHeight, accuracyHeight }: Omit<Heights, 'heatHeight'>
): number[] {
  if (arrangement === 'column') return [lossHeight, ...(hasAccuracy ? [accuracyHeight] : []), sizeHeight]
  return arrangement === 'side' && hasAccuracy ? [lossHeight, sizeHeight] : [lossHeight]
}
