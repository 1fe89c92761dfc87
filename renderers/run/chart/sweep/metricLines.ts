import { scoreOf, isAccuracy } from '../../../../src/record'
import { axisBetween, axisFor } from '../../numbers/sweep/axis'
import { placeIn, type NumericDimension } from '../../numbers/sweep/dimensions'
import { MOST_SERIES, seriesStyle } from '../../paint/seriesColors'
import { labelSize } from '../../paint/theme'
import { SWEEP_FIGURE } from '../../words/sweepTexts'
import { axisText, dimensionName } from '../../words/sweepWords'
import { fitted } from '../fitted'
import { atX, atY, path, plotNodes, type PlotFrame } from './plot'
import { paragraph } from './paragraph'
import { px, stacked, svg, type Drawing, type SvgNode } from './svg'
import type { SweepScene } from './sweepScene'

const HEIGHT = 170
const LEFT = 46
const WIDEST = 720

/** The metric against one numeric parameter: a line for each combination of all else, the best in colour. */
export function metricLines(scene: SweepScene, dimension: NumericDimension): Drawing {
  const { theme, groups, metric, ordered, dimensions } = scene
  const width = Math.min(scene.width, WIDEST)
  const size = labelSize(theme)
  const rest = dimensions.filter(({ id }) => id !== dimension.id)
  const nameOf = (group: number) => rest.map(each => each.values[placeIn(each, groups[group]!)]!).join(', ')
  const names = [...new Set(ordered.map(nameOf))]
  const scores = groups.flatMap(({ score }) => score ?? [])
  const frame: PlotFrame = {
    box: { x: LEFT, y: size + 10, width: width - LEFT - 12, height: HEIGHT },
    x: { ...axisBetween(dimension.numbers, 6, dimension.log), ...ticksAt(dimension) },
    y: axisFor(scores, 4, metric.name === 'converged' || isAccuracy(metric.name) ? false : undefined),
    yText: axisText(metric.name),
    title: SWEEP_FIGURE.metric.line(SWEEP_FIGURE.toolbar.metrics[metric.name], dimensionName(dimension.name)),
    xTitle: dimensionName(dimension.name)
  }
  const lines = names.map((name, i) =>
    lineNodes(
      scene,
      frame,
      dimension,
      groups.map((_, g) => g).filter(group => nameOf(group) === name),
      i
    )
  )
  const bottom = frame.box.y + HEIGHT + 2 * size + 14
  const legend = names.length > 1 ? names.slice(0, MOST_SERIES).flatMap((name, i) => entry(scene, name, i, bottom + i * (size + 5) + size, width)) : [] // prettier-ignore
  const height = bottom + (names.length > 1 ? Math.min(names.length, MOST_SERIES) * (size + 5) + 6 : 0)
  const plot = { width: scene.width, height, nodes: [...plotNodes(frame, theme), ...lines.reverse().flat(), ...legend] }
  return stacked([plot, paragraph(scene, SWEEP_FIGURE.metric.bars)], 2)
}

/** The values themselves, where there are few. */
const ticksAt = ({ numbers }: NumericDimension): { ticks?: readonly number[] } =>
  numbers.length <= 9 ? { ticks: numbers } : {}

function lineNodes(
  { groups, record, metric, theme }: SweepScene,
  frame: PlotFrame,
  dimension: NumericDimension,
  indices: readonly number[],
  place: number
): SvgNode[] {
  const told = place < MOST_SERIES
  const { color, dash } = told ? seriesStyle(theme.kind, place) : { color: theme.muted, dash: 'none' }
  const points = indices
    .map(index => ({ x: dimension.numbers[placeIn(dimension, groups[index]!)]!, group: groups[index]! }))
    .sort((a, b) => a.x - b.x)
  const line = path(points.map(({ x, group }) => [atX(frame, x), group.score === null ? NaN : atY(frame, group.score)]))
  const marks = points.flatMap(({ x, group }) => {
    const left = atX(frame, x)
    if (group.score === null) return group.median === null ? [] : [svg('text', { x: left, y: px(frame.box.y + 9), fill: theme.alert, 'text-anchor': 'middle', 'font-size': 12 }, '×')] // prettier-ignore
    const all = group.runs.flatMap(run => scoreOf(record.runs[run]!, metric) ?? [])
    const [low, high] = [atY(frame, Math.min(...all)), atY(frame, Math.max(...all))]
    return [
      svg('line', { x1: left, x2: left, y1: low, y2: high, stroke: color, 'stroke-width': 3, 'stroke-opacity': 0.35 }),
      svg('circle', { cx: left, cy: atY(frame, group.score), r: 3, fill: color })
    ]
  })
  const stroke = {
    fill: 'none',
    stroke: color,
    'stroke-width': told ? 1.6 : 1,
    'stroke-dasharray': dash,
    'stroke-opacity': told ? 1 : 0.35
  }
  return [svg('path', { d: line, ...stroke }), ...(told ? marks : [])]
}

function entry({ theme, measure }: SweepScene, name: string, place: number, y: number, width: number): SvgNode[] {
  const { color, dash } = seriesStyle(theme.kind, place)
  return [
    svg('line', {
      x1: 0,
      x2: 24,
      y1: px(y - 4),
      y2: px(y - 4),
      stroke: color,
      'stroke-width': 2.4,
      'stroke-dasharray': dash
    }),
    svg(
      'text',
      { x: 30, y: px(y), fill: theme.foreground, 'font-size': labelSize(theme) },
      fitted(name, width - 30, measure)
    )
  ]
}
