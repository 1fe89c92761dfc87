import { compareScores, isAccuracy } from '../../../../src/record'
import { axisBetween, axisFor, type Axis } from '../../numbers/sweep/axis'
import { placeIn, type NumericDimension } from '../../numbers/sweep/dimensions'
import { labelSize } from '../../paint/theme'
import { SWEEP_FIGURE } from '../../words/sweepTexts'
import { dimensionName, groupScore } from '../../words/sweepWords'
import { metricColor } from './metricColors'
import { paragraph } from './paragraph'
import { atX, atY, plotNodes, type PlotFrame } from './plot'
import { px, stacked, svg, type Drawing, type SvgNode } from './svg'
import type { SweepScene } from './sweepScene'

const { metric: WORDS, toolbar: TOOLBAR } = SWEEP_FIGURE
const MOST_CELLS = 900
const WIDEST_CELL = 84
const LEFT = 56

/** The metric by two numeric parameters: a cell for each pair of values with its number; points where values make no grid. */
export function metricHeat(scene: SweepScene, first: NumericDimension, second: NumericDimension): Drawing {
  const [x, y] = first.values.length >= second.values.length ? [first, second] : [second, first]
  const cells = x.values.length * y.values.length
  return cells <= MOST_CELLS && scene.groups.length * 2 >= cells ? gridOf(scene, x, y) : scatterOf(scene, x, y)
}

const titleOf = ({ metric }: SweepScene, x: NumericDimension, y: NumericDimension): string =>
  WORDS.heat(TOOLBAR.metrics[metric.name], dimensionName(x.name), dimensionName(y.name))

/** Scores on their axis: by ratios where they span decades. */
export const scoreAxis = ({ groups, metric }: SweepScene): Axis => {
  const scores = groups.flatMap(({ score }) => score ?? [])
  const { log } = axisFor(scores, 4, isAccuracy(metric.name) ? false : undefined)
  return axisBetween(scores, 4, log)
}

function gridOf(scene: SweepScene, x: NumericDimension, y: NumericDimension): Drawing {
  const { groups, metric, theme, width, measure, ordered } = scene
  const size = labelSize(theme)
  const axis = scoreAxis(scene)
  const cell = Math.min(WIDEST_CELL, (width - LEFT) / x.values.length)
  const [high, top] = [Math.max(16, Math.min(30, cell * 0.6)), 2 * size + 14]
  const text = (left: number, at: number, fill: string, content: string, anchor = 'middle', weight = 400) =>
    svg(
      'text',
      { x: px(left), y: px(at), fill, 'font-size': size, 'text-anchor': anchor, 'font-weight': weight },
      content
    )
  const best = new Map<string, number>()
  groups.forEach((group, i) => {
    const key = `${placeIn(x, group)}/${placeIn(y, group)}`
    const known = best.get(key)
    if (known === undefined || compareScores(group.score, groups[known]!.score, metric) < 0) best.set(key, i)
  })
  const nodes: SvgNode[] = [text(0, size, theme.foreground, titleOf(scene, x, y), 'start', 600)]
  for (const [key, index] of best) {
    const [column, row] = key.split('/').map(Number) as [number, number]
    const group = groups[index]!
    const [left, at] = [LEFT + column * cell, top + (y.values.length - 1 - row) * high]
    if (group.median === null) continue
    const frame =
      index === ordered[0]
        ? { stroke: theme.foreground, 'stroke-width': 2 }
        : { stroke: theme.background, 'stroke-width': 1 }
    nodes.push(svg('rect', { x: px(left), y: px(at), width: px(cell), height: px(high), fill: metricColor(scene, axis, group.score), ...frame })) // prettier-ignore
    const number = group.score === null ? '×' : groupScore(group, metric)
    if (measure(number) < cell - 4)
      nodes.push(text(left + cell / 2, at + high / 2 + size / 3, inkOn(metricColor(scene, axis, group.score)), number))
  }
  const bottom = top + y.values.length * high
  const step = Math.max(1, Math.ceil((Math.max(...x.values.map(measure)) + 8) / cell))
  x.values.forEach(
    (value, i) => i % step === 0 && nodes.push(text(LEFT + (i + 0.5) * cell, bottom + size + 3, theme.muted, value))
  )
  y.values.forEach((value, i) =>
    nodes.push(text(LEFT - 6, bottom - (i + 0.5) * high + size / 3, theme.muted, value, 'end'))
  )
  nodes.push(text(0, top - 6, theme.muted, `${dimensionName(y.name)} ↑`, 'start'))
  nodes.push(text(LEFT, bottom + 2 * size + 7, theme.muted, `${dimensionName(x.name)} →`, 'start'))
  const each = Math.round(groups.length / best.size)
  const note = [WORDS.strongest, ...(each > 1 ? [WORDS.bestOf(each)] : [])].join(' ')
  return stacked([{ width, height: bottom + 2 * size + 10, nodes }, paragraph(scene, note)], 2)
}

/** Black or white, whichever is read more easily upon `color`, "#rrggbb". */
function inkOn(color: string): string {
  const [red, green, blue] = [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16)) as [number, number, number]
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? '#111111' : '#ffffff'
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
