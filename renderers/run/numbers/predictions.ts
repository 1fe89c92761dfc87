import type { PictureFrame, RunRecord } from '../../../src/record'

/**
 * The newest predictions that are not later than `epoch`; the first there are where all are later; null without any.
 */
export const frameAt = ({ frames }: RunRecord, epoch: number): PictureFrame | null =>
  frames.filter(frame => frame.epoch <= epoch).at(-1) ?? frames[0] ?? null

/** The class of the largest of `classes` probabilities of sample `row`. */
export function predicted({ values }: PictureFrame, row: number, classes: number): number {
  const own = [...values.subarray(row * classes, (row + 1) * classes)]
  return own.indexOf(Math.max(...own))
}
