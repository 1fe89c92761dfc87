import { at, curveApplies, type PictureFrame, type RunRecord } from '../../../src/record'
import { cellOf } from './cell'
import { recordedAt } from './recordedAt'

/** The predictions at `epoch`, or the newest before it. */
export const frameAt = ({ frames }: RunRecord, epoch: number): PictureFrame | null => recordedAt(frames, epoch)

/** The class of the largest of `classes` probabilities of sample `row`. */
export function predicted({ values }: PictureFrame, row: number, classes: number): number {
  const own = [...values.subarray(row * classes, (row + 1) * classes)]
  return own.indexOf(Math.max(...own))
}

/** Whether the network's outputs were numbers after `epoch`: a frame of probabilities cannot tell NaN from 0. */
export function answersAt(record: RunRecord, epoch: number): boolean {
  const outcome = record.outcomes.find(outcome => outcome.epoch === epoch)
  if (outcome && record.outcomeSubject?.kind === 'classes') {
    const width = record.data.classes.length + 1
    return outcome.values.some((count, i) => count > 0 && i % width < width - 1)
  }
  if (epoch >= record.columns) return true
  const loss = curveApplies(record, 'test_loss') ? record.curves.test_loss : record.curves.loss
  return cellOf(at(loss, epoch, 0)).kind !== 'nonfinite'
}
