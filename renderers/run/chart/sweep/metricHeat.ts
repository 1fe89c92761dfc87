import { isAccuracy } from '../../../../src/record'
import { axisBetween, axisFor, type Axis } from '../../numbers/sweep/axis'
import { placeIn, type NumericDimension } from '../../numbers/sweep/dimensions'
import { labelSize } from '../../paint/theme'
import { SWEEP_FIGURE } from '../../words/sweepTexts'
import { dimensionName } from '../../words/sweepWords'
import { metricColor } from './metricColors'
import { metricGrid } from './metricGrid'
import { paragraph } from './paragraph'
import { atX, atY, plotNodes, type PlotFrame } from './plot'
import { px, stacked, svg, type Drawing } from './svg'
import type { SweepScene } from './sweepScene'

const { metric: WORDS, toolbar: TOOLBAR } = SWEEP_FIGURE
const MOST_CELLS = 900
const LEFT = 56

/** The metric by two numeric parameters: a cell for each pair of values with its number; points where values make no grid. */
export function metricHeat(scene: SweepScene, first: NumericDimension, second: NumericDimension): Drawing {
  const [x, y] = first.values.length >= second.values.length ? [first, second] : [second, first]
  const cells = x.values.length * y.values.length
  return cells <= MOST_CELLS && scene.groups.length * 2 >= cells
    ? metricGrid(scene, x, y, scoreAxis(scene), titleOf(scene, x, y))
    : scatterOf(scene, x, y)
}

const titleOf = ({ metric }: SweepScene, x: NumericDimension, y: NumericDimension): string =>
  WORDS.heat(TOOLBAR.metrics[metric.name], dimensionName(x.name), dimensionName(y.name))

/** Scores on their axis: by ratios where they span decades. */
export const scoreAxis = ({ groups, metric }: SweepScene): Axis => {
  const scores = groups.flatMap(({ score }) => score ?? [])
  const { log } = axisFor(scores, 4, isAccuracy(metric.name) ? false : undefined)
  return axisBetween(scores, 4, log)
}

const SCATTER_HEIGHT = 220
const WIDEST_SCATTER = 560

function scatterOf(scene: SweepScene, x: NumericDimension, y: NumericDimension): Drawing {
  const { groups, theme, width } = scene
  const size = labelSize(theme)
  const axis = scoreAxis(scene)
  const plotWidth = Math.min(width, WIDEST_SCATTER) - LEFT - 12
  const frame: PlotFrame = {
    box: { x: LEFT, y: size + 10, width: plotWidth, height: SCATTER_HEIGHT },
    x: axisBetween(x.numbers, 6, x.log),
    y: axisBetween(y.numbers, 5, y.log),
    title: titleOf(scene, x, y),
    xTitle: `${dimensionName(x.name)} →`
  }
  const points = groups
    .filter(({ median }) => median !== null)
    .map(group => {
      const [left, top] = [atX(frame, x.numbers[placeIn(x, group)]!), atY(frame, y.numbers[placeIn(y, group)]!)]
      if (group.score === null) return svg('text', { x: left, y: px(top + 4), fill: theme.alert, 'font-size': 12, 'text-anchor': 'middle' }, '×') // prettier-ignore
      return svg('circle', { cx: left, cy: top, r: 4, fill: metricColor(scene, axis, group.score), stroke: theme.muted, 'stroke-width': 0.5 }) // prettier-ignore
    })
  const bottom = frame.box.y + SCATTER_HEIGHT + 2 * size + 14
  const plot = { width, height: bottom, nodes: [...plotNodes(frame, theme), ...points] }
  return stacked([plot, paragraph(scene, `${dimensionName(y.name)} ↑  ${WORDS.strongest}`)], 2)
}
