import { at, log10, toNumber, type CurveName, type RunRecord } from '../../src/record'
import { cellOf } from './cell'

/** One point of the training or the test curve; null where there is nothing to draw. */
export interface CurvePoint {
  readonly epoch: number
  readonly series: 'train' | 'test'
  readonly loss: number | null
  readonly accuracy: number | null
}

/** A value that is not finite. */
export interface Broken {
  readonly epoch: number
  readonly field: 'loss' | 'accuracy'
}

/** `empty`: there is no loss yet that could be drawn */
export type LossScale = 'empty' | 'linear' | 'log'

const SERIES = [
  { series: 'train', loss: 'loss', accuracy: 'accuracy' },
  { series: 'test', loss: 'test_loss', accuracy: 'test_accuracy' }
] as const

export const hasAccuracy = (record: RunRecord): boolean => record.data.task === 'classification'
export const hasTest = (record: RunRecord): boolean => record.data.testSamples > 0

/** Both curves as rows, epoch by epoch: what a run adds comes last. */
export function curvePoints(record: RunRecord): CurvePoint[] {
  const scale = lossScale(record)
  const columns = Array.from({ length: record.columns }, (_, epoch) => epoch)
  return columns.flatMap(epoch =>
    SERIES.map(({ series, loss, accuracy }) => ({
      ...{ epoch, series },
      loss: lossValue(record, loss, epoch, scale),
      accuracy: finite(record, accuracy, epoch)
    }))
  )
}

/** The last point of each curve that can be drawn: a dot there shows one that has no line yet, and where a run is. */
export function curveEnds(points: readonly CurvePoint[]): CurvePoint[] {
  return SERIES.flatMap(({ series }) => {
    const own = points.filter(point => point.series === series)
    const loss = own.filter(point => point.loss !== null).slice(-1)
    const accuracy = own.filter(point => point.accuracy !== null).slice(-1)
    return [...loss.map(point => ({ ...point, accuracy: null })), ...accuracy.map(point => ({ ...point, loss: null }))]
  })
}

/** Where a curve's value is NaN or infinite; training and test share a mark. */
export function brokenPoints(record: RunRecord): Broken[] {
  const fields = [
    { field: 'loss', curves: ['loss', 'test_loss'] },
    { field: 'accuracy', curves: ['accuracy', 'test_accuracy'] }
  ] as const
  const columns = Array.from({ length: record.columns }, (_, epoch) => epoch)
  return fields.flatMap(({ field, curves }) =>
    columns
      .filter(epoch => curves.some(name => cellOf(at(record.curves[name], epoch, 0)).kind === 'nonfinite'))
      .map(epoch => ({ epoch, field }))
  )
}

/** Decades of loss from which a linear axis would hide the small end; below, it shows honestly how flat a curve is. */
const LOG_FROM = Math.log10(30)

/** The loss axis: logarithmic once the values span more than 30 : 1. The span only grows, so a run changes it once at most. */
export function lossScale(record: RunRecord): LossScale {
  const logs = (['loss', 'test_loss'] as const).flatMap(name =>
    Array.from({ length: record.columns }, (_, epoch) => log10(at(record.curves[name], epoch, 0))).filter(
      Number.isFinite
    )
  )
  if (logs.length === 0) return 'empty'
  return logs.reduce((a, b) => Math.max(a, b), -Infinity) - logs.reduce((a, b) => Math.min(a, b), Infinity) > LOG_FROM
    ? 'log'
    : 'linear'
}

/** Losses that float64 cannot hold are drawn at its end; the tooltip has the number itself. */
function lossValue(record: RunRecord, name: CurveName, epoch: number, scale: LossScale): number | null {
  const number = at(record.curves[name], epoch, 0)
  const cell = cellOf(number)
  if (cell.kind === 'zero') return scale === 'log' ? null : 0
  if (cell.kind !== 'finite') return null
  return Math.sign(number.mantissa) * 10 ** Math.max(-300, Math.min(300, cell.log))
}

const finite = (record: RunRecord, name: CurveName, epoch: number): number | null => {
  const value = toNumber(at(record.curves[name], epoch, 0))
  return value !== null && Number.isFinite(value) ? value : null
}
