import { at, curveApplies, log10, toNumber, type CurveName, type RunRecord } from '../../../src/record'
import { cellOf } from './cell'
import { lastHidden } from './relative'
import type { Numbers } from './numbers'
import type { Shown } from './shown'
import type { Timeline } from './timeline'

/** One point of the training or the test curve; null where there is nothing to draw. */
export interface CurvePoint {
  /** on the axis, half a unit before the middle of its column: epoch e of a run without steps stands at e */
  readonly place: number
  readonly series: 'train' | 'test'
  readonly loss: number | null
  readonly accuracy: number | null
  /** delta at the last hidden layer, training's alone: how large the signal is altogether */
  readonly size: number | null
}

/** The axis of loss, and training's and the test's curves, column by column: what a run adds comes last. */
export interface Curves {
  readonly axis: LossAxis
  /** the least and largest size of the signal */
  readonly sizeSpan: readonly [number, number]
  readonly points: readonly CurvePoint[]
}

/** A value that is not finite. */
export interface Broken {
  readonly place: number
  readonly field: 'loss' | 'accuracy'
}

/** `empty`: there is no loss yet that could be drawn */
export type LossScale = 'empty' | 'linear' | 'log'

/** The axis of loss: its scale, and the least and the largest number on it. */
export interface LossAxis {
  readonly scale: LossScale
  readonly span: readonly [number, number]
}

const SERIES = [
  { series: 'train', loss: 'loss', accuracy: 'accuracy' },
  { series: 'test', loss: 'test_loss', accuracy: 'test_accuracy' }
] as const

/** Whether the run’s answers are right or wrong, as those of a classification are. */
export const hasAccuracy = (record: RunRecord): boolean => curveApplies(record, 'accuracy')

/** Whether some samples were kept for a test. */
export const hasTest = (record: RunRecord): boolean => curveApplies(record, 'test_loss')

/** Where a mark in the middle of a column stands. */
export const placeOf = (timeline: Timeline, column: number): number => timeline.centreOf(column) - 0.5

/** `before`: those of the same run when it had fewer columns. */
export function curvesOf(shown: Shown, before?: Curves): Curves {
  const axis = lossAxis(shown)
  const known = before?.axis.scale === axis.scale && !shown.timeline.hasSteps ? before.points : []
  const points = curvePoints(shown, axis.scale, known)
  return { axis, points, sizeSpan: spanOfSizes(points) }
}

/** `known`: the rows of the first columns. Steps have no test split, whose lines go on from epoch to epoch. */
function curvePoints(shown: Shown, scale: LossScale, known: readonly CurvePoint[]): CurvePoint[] {
  const { timeline, columns } = shown
  const points = [...known]
  for (let column = points.length / SERIES.length; column < columns; column++) {
    const series = timeline.momentOf(column).kind === 'step' ? SERIES.slice(0, 1) : SERIES
    points.push(...series.map(each => pointOf(shown, each, column, scale)))
  }
  return points
}

const pointOf = (
  shown: Shown,
  { series, loss, accuracy }: (typeof SERIES)[number],
  column: number,
  scale: LossScale
): CurvePoint => ({
  place: placeOf(shown.timeline, column),
  series,
  loss: lossValue(shown, loss, column, scale),
  accuracy: finite(shown, accuracy, column),
  size: series === 'train' ? signalSize(shown, column) : null
})

/** The last point of each curve that can be drawn: a dot there shows one that has no line yet, and where a run is. */
export function curveEnds(points: readonly CurvePoint[]): CurvePoint[] {
  return SERIES.flatMap(({ series }) => {
    const own = points.filter(point => point.series === series)
    const loss = own.filter(point => point.loss !== null).slice(-1)
    const accuracy = own.filter(point => point.accuracy !== null).slice(-1)
    const size = own.filter(point => point.size !== null).slice(-1)
    return [
      ...loss.map(point => ({ ...point, accuracy: null, size: null })),
      ...accuracy.map(point => ({ ...point, loss: null, size: null })),
      ...size.map(point => ({ ...point, loss: null, accuracy: null }))
    ]
  })
}

/** Where a loss is NaN or infinite, and where an accuracy is missing for that; training and test share a mark. */
export function brokenPoints({ record, columns, curves, timeline }: Shown): Broken[] {
  const broken = Array.from({ length: columns }, (_, column) => column).filter(column =>
    LOSSES.some(name => cellOf(at(curves[name], column, 0)).kind === 'nonfinite')
  )
  const fields = hasAccuracy(record) ? (['loss', 'accuracy'] as const) : (['loss'] as const)
  return fields.flatMap(field => broken.map(column => ({ place: placeOf(timeline, column), field })))
}

const LOSSES = ['loss', 'test_loss'] as const

/** Decades of loss from which a linear axis would hide the small end; below, it shows honestly how flat a curve is. */
const LOG_FROM = Math.log10(30)

/**
 * The loss axis: logarithmic once the values span more than 30 : 1. The span only grows, so a run changes it once at
 * most.
 */
function lossAxis({ curves, columns }: Numbers): LossAxis {
  let [low, high] = [Infinity, -Infinity]
  for (const table of [curves.loss, curves.test_loss])
    for (let column = 0; column < columns; column++) {
      const log = log10(at(table, column, 0))
      if (!Number.isFinite(log)) continue
      low = Math.min(low, log)
      high = Math.max(high, log)
    }
  if (low > high) return { scale: 'empty', span: [0, 1] }
  return high - low > LOG_FROM
    ? { scale: 'log', span: [drawable(low), drawable(high)] }
    : { scale: 'linear', span: [0, drawable(high)] }
}

/** 10^`log`, or the end of what can be drawn. */
const drawable = (log: number): number => 10 ** Math.max(-300, Math.min(300, log))

/** Losses that float64 cannot hold are drawn at its end; the tooltip has the number itself. */
function lossValue({ curves }: Numbers, name: CurveName, column: number, scale: LossScale): number | null {
  const number = at(curves[name], column, 0)
  const cell = cellOf(number)
  if (cell.kind === 'zero') return scale === 'log' ? null : 0
  if (cell.kind !== 'finite') return null
  return Math.sign(number.mantissa) * drawable(cell.log)
}

/** Delta at the last hidden layer where it can be drawn on a log axis. */
function signalSize(numbers: Numbers, column: number): number | null {
  const cell = cellOf(at(numbers.quantities.delta_rms, column, lastHidden(numbers)))
  return cell.kind === 'finite' ? drawable(cell.log) : null
}

/** At least a decade, so that a steady signal is a level line. */
function spanOfSizes(points: readonly CurvePoint[]): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const { size } of points) {
    if (size === null) continue
    low = Math.min(low, size)
    high = Math.max(high, size)
  }
  if (low > high) return [0.1, 1]
  const [from, to] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))]
  return [10 ** from, 10 ** Math.max(to, from + 1)]
}

const finite = ({ curves }: Numbers, name: CurveName, column: number): number | null => {
  const value = toNumber(at(curves[name], column, 0))
  return value !== null && Number.isFinite(value) ? value : null
}
