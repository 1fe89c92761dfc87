import { at, curveApplies, log10, toNumber, type CurveName, type RunRecord } from '../../../src/record'
import { cellOf } from './cell'
import { lastHidden } from './relative'

/** One point of the training or the test curve; null where there is nothing to draw. */
export interface CurvePoint {
  readonly epoch: number
  readonly series: 'train' | 'test'
  readonly loss: number | null
  readonly accuracy: number | null
  /** delta at the last hidden layer, training's alone: how large the signal is altogether */
  readonly size: number | null
}

/** The axis of loss, and training's and the test's curves, epoch by epoch: what a run adds comes last. */
export interface Curves {
  readonly axis: LossAxis
  /** the least and largest size of the signal */
  readonly sizeSpan: readonly [number, number]
  readonly points: readonly CurvePoint[]
}

/** A value that is not finite. */
export interface Broken {
  readonly epoch: number
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

export const hasAccuracy = (record: RunRecord): boolean => curveApplies(record, 'accuracy')
export const hasTest = (record: RunRecord): boolean => curveApplies(record, 'test_loss')

/** `before`: those of the same run when it had fewer epochs. */
export function curvesOf(record: RunRecord, before?: Curves): Curves {
  const axis = lossAxis(record)
  const points = curvePoints(record, axis.scale, before?.axis.scale === axis.scale ? before.points : [])
  return { axis, points, sizeSpan: spanOfSizes(points) }
}

/** `known`: the rows of the first epochs. */
function curvePoints(record: RunRecord, scale: LossScale, known: readonly CurvePoint[]): CurvePoint[] {
  const points = [...known]
  for (let epoch = points.length / SERIES.length; epoch < record.columns; epoch++)
    for (const { series, loss, accuracy } of SERIES)
      points.push({
        epoch,
        series,
        loss: lossValue(record, loss, epoch, scale),
        accuracy: finite(record, accuracy, epoch),
        size: series === 'train' ? signalSize(record, epoch) : null
      })
  return points
}

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
export function brokenPoints(record: RunRecord): Broken[] {
  const broken = Array.from({ length: record.columns }, (_, epoch) => epoch).filter(epoch =>
    LOSSES.some(name => cellOf(at(record.curves[name], epoch, 0)).kind === 'nonfinite')
  )
  const fields = hasAccuracy(record) ? (['loss', 'accuracy'] as const) : (['loss'] as const)
  return fields.flatMap(field => broken.map(epoch => ({ epoch, field })))
}

const LOSSES = ['loss', 'test_loss'] as const

/** Decades of loss from which a linear axis would hide the small end; below, it shows honestly how flat a curve is. */
const LOG_FROM = Math.log10(30)

/**
 * The loss axis: logarithmic once the values span more than 30 : 1. The span only grows, so a run changes it once at
 * most.
 */
function lossAxis({ curves, columns }: RunRecord): LossAxis {
  let [low, high] = [Infinity, -Infinity]
  for (const table of [curves.loss, curves.test_loss])
    for (let epoch = 0; epoch < columns; epoch++) {
      const log = log10(at(table, epoch, 0))
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
function lossValue(record: RunRecord, name: CurveName, epoch: number, scale: LossScale): number | null {
  const number = at(record.curves[name], epoch, 0)
  const cell = cellOf(number)
  if (cell.kind === 'zero') return scale === 'log' ? null : 0
  if (cell.kind !== 'finite') return null
  return Math.sign(number.mantissa) * drawable(cell.log)
}

/** Delta at the last hidden layer where it can be drawn on a log axis. */
function signalSize(record: RunRecord, epoch: number): number | null {
  const cell = cellOf(at(record.quantities.delta_rms, epoch, lastHidden(record)))
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

const finite = (record: RunRecord, name: CurveName, epoch: number): number | null => {
  const value = toNumber(at(record.curves[name], epoch, 0))
  return value !== null && Number.isFinite(value) ? value : null
}
