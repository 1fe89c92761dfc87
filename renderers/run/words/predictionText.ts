import type { PictureFrame, PictureSubject, RunRecord } from '../../../src/record'
import { predicted } from '../numbers/predictions'
import { columnName } from './columnName'

type Images = Extract<PictureSubject, { kind: 'images' }>

/** What the net takes image `index` for, and whether that is right. */
export function labelOf({ data }: RunRecord, { classes }: Images, frame: PictureFrame, index: number) {
  const guess = predicted(frame, index, data.classes.length)
  const right = guess === classes[index]
  const name = data.classes[guess] ?? String(guess)
  return { text: right ? name : `${name} ✗`, right }
}

/** What a prediction panel shows, in words. */
export function predictionText(record: RunRecord, frame: PictureFrame): string {
  const { subject, data } = record
  const when = columnName(frame.epoch)
  if (subject?.kind !== 'images') return `class by input, ${when}`
  const right = subject.classes.filter((own, i) => predicted(frame, i, data.classes.length) === own).length
  return `${right} of ${subject.classes.length} right, ${when}`
}
