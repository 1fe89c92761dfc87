import { type CurveName, isAccuracy } from '../../../../src/record'
import { axisBetween, axisFor } from '../../numbers/sweep/axis'
import { bandOf, type Band } from '../../numbers/sweep/bands'
import { MOST_SERIES, seriesStyle, type SeriesStyle } from '../../paint/seriesColors'
import { labelSize } from '../../paint/theme'
import { SWEEP_FIGURE } from '../../words/sweepTexts'
import { axisText } from '../../words/sweepWords'
import { curvesLegend, SIDE_BY_SIDE, type Series } from './curvesLegend'
import type { Box } from './multiplesLayout'
import { atX, atY, path, plotNodes, type PlotFrame } from './plot'
import { px, svg, type Drawing, type SvgNode } from './svg'
import type { SweepScene } from './sweepScene'

const { curves: WORDS } = SWEEP_FIGURE

const LEFT = 46
const RIGHT = 10
const HEIGHT = 150
const MOST_GREY = 200
/** A loss that rises to more than this many times the largest first one is beyond the plot, so that the others can be told apart. */
const MOST_RISE = 2

/**
 * Loss and accuracy by epoch, a band a group: median, middle half, and faintly the full range. Colours tell the chosen groups (`chosen`:
 * indices; none: the best) apart, all others are grey medians. A run that diverged pulls its group's band out of the plot, and is counted in
 * words.
 */
export function curvesDrawing(scene: SweepScene, chosen: readonly number[]): Drawing {
  const { width } = scene
  const { told, others } = toldApart(scene, chosen)
  const series = told.map((group, i) => ({ group, style: seriesStyle(scene.theme.kind, i) }))
  const names = curveNames(scene)
  const beside = width >= SIDE_BY_SIDE && names.length > 1
  const each = beside ? (width - 20) / 2 : width
  const size = labelSize(scene.theme)
  const block = HEIGHT + size * 4 + 22
  const plots = names.map((name, i) => {
    const left = beside ? i * (each + 20) : 0
    const top = beside ? 0 : i * block
    return plotOf(scene, name, series, others, {
      x: left + LEFT,
      y: top + size + 10,
      width: each - LEFT - RIGHT,
      height: HEIGHT
    })
  })
  const bottom = beside ? block : names.length * block
  const legend = curvesLegend(scene, series, { others: others.length, hasAccuracy: names.some(isAccuracy) })
  return {
    width,
    height: bottom + legend.height,
    nodes: [...plots.flat(), svg('g', { transform: `translate(0 ${bottom})` }, ...legend.nodes)]
  }
}

/** The groups in colour, and those in grey: none where there are more than an eye can follow. */
function toldApart({ groups, ordered }: SweepScene, chosen: readonly number[]) {
  const hasCurve = (group: number) => groups[group]!.median !== null
  const told = (chosen.length > 0 ? chosen : ordered.filter(hasCurve)).slice(0, MOST_SERIES)
  const others = groups.map((_, i) => i).filter(i => !told.includes(i) && hasCurve(i))
  return { told, others: groups.length <= MOST_GREY ? others : [] }
}

/** The training loss, and the test split's accuracy where there is one. */
function curveNames({ record }: SweepScene): CurveName[] {
  const has = (name: CurveName) => record.runs.some(run => run.state === 'done' && run.summary.curves[name] !== null)
  const accuracy = (['test_accuracy', 'accuracy'] as const).find(has)
  return [...(has('loss') ? (['loss'] as const) : []), ...(accuracy ? [accuracy] : [])]
}

function plotOf(
  scene: SweepScene,
  name: CurveName,
  series: readonly Series[],
  others: readonly number[],
  box: Box
): SvgNode[] {
  const { record, groups, theme } = scene
  const band = (group: number) => bandOf(record, groups[group]!.runs, name)
  const bands = series.flatMap(({ group, style }) => withBand(style, band(group)))
  const grey = others.flatMap(group => band(group) ?? [])
  const colored = bands.map(({ band }) => band)
  const y = isAccuracy(name) ? axisFor([0, 1], 4, false) : lossAxis(colored, grey)
  const epochs = [...colored, ...grey].flatMap(each => each.epochs)
  const frame: PlotFrame = {
    box,
    y,
    yText: axisText(name),
    x: axisBetween([0, ...epochs], 5, false),
    title: isAccuracy(name) ? titleOf(name) : y.log ? WORDS.logLoss : WORDS.loss,
    xTitle: WORDS.epoch
  }
  return [
    ...plotNodes(frame, theme),
    svg('path', {
      d: grey.map(each => medianPath(frame, each)).join(''),
      fill: 'none',
      stroke: theme.muted,
      'stroke-opacity': 0.35
    }),
    ...bands.flatMap(({ band, style }) => bandNodes(frame, band, style))
  ]
}

/** Holds the middle halves of the groups in colour and the medians of the grey ones, but for a loss that has risen out of sight. */
function lossAxis(colored: readonly Band[], grey: readonly Band[]) {
  const firstLosses = [...colored, ...grey].map(({ median }) => median[0] ?? NaN).filter(Number.isFinite)
  const most = MOST_RISE * firstLosses.reduce((most, loss) => Math.max(most, loss), 0)
  const numbers = [
    ...colored.flatMap(({ lowerQuartile, upperQuartile }) => [...lowerQuartile, ...upperQuartile]),
    ...grey.flatMap(({ median }) => median)
  ].filter(number => number <= most)
  return axisFor(numbers, 4)
}

const titleOf = (name: CurveName): string =>
  name === 'test_accuracy' ? SWEEP_FIGURE.table.testAccuracy : SWEEP_FIGURE.table.accuracy

const withBand = (style: SeriesStyle, band: Band | null) => (band === null ? [] : [{ style, band }])

const medianPath = (frame: PlotFrame, { epochs, median }: Band): string =>
  path(epochs.map((epoch, i) => [atX(frame, epoch), atY(frame, median[i]!)]))

function bandNodes(frame: PlotFrame, band: Band, { color, dash }: SeriesStyle): SvgNode[] {
  const between = (low: readonly number[], high: readonly number[], opacity: number) =>
    svg('path', { d: area(frame, band.epochs, low, high), fill: color, 'fill-opacity': opacity })
  return [
    between(band.low, band.high, 0.08),
    between(band.lowerQuartile, band.upperQuartile, 0.2),
    svg('path', {
      d: medianPath(frame, band),
      fill: 'none',
      stroke: color,
      'stroke-width': 1.8,
      'stroke-dasharray': dash
    }),
    ...brokenMark(frame, band, color)
  ]
}

/** Where most runs of a group have diverged. */
function brokenMark(frame: PlotFrame, { epochs, median }: Band, fill: string): SvgNode[] {
  const broken = median.findIndex(value => value === Infinity)
  if (broken < 0) return []
  return [svg('text', { x: atX(frame, epochs[broken]!), y: px(frame.box.y + 4), fill, 'font-size': 14, 'text-anchor': 'middle' }, '×')] // prettier-ignore
}

function area(frame: PlotFrame, epochs: readonly number[], low: readonly number[], high: readonly number[]): string {
  const places = epochs.map((_, i) => i).filter(i => !Number.isNaN(low[i]!) && !Number.isNaN(high[i]!))
  const there = places.map(i => `${atX(frame, epochs[i]!)} ${atY(frame, high[i]!)}`)
  const back = [...places].reverse().map(i => `${atX(frame, epochs[i]!)} ${atY(frame, low[i]!)}`)
  return places.length < 2 ? '' : `M${[...there, ...back].join('L')}Z`
}
