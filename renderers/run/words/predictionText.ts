import type { PictureFrame, PictureSubject, RunRecord } from '../../../src/record'
import { predicted } from '../numbers/predictions'
import { epochName } from './columnName'
import { TEXTS } from './texts'

type Images = Extract<PictureSubject, { kind: 'images' }>

const { prediction: TEXT } = TEXTS

/** What the net takes image `index` for, and whether that is right. */
export function labelOf({ data }: RunRecord, { classes }: Images, frame: PictureFrame, index: number) {
  const guess = predicted(frame, index, data.classes.length)
  const right = guess === classes[index]
  const name = data.classes[guess] ?? String(guess)
  return { text: right ? name : TEXT.wrong(name), right }
}

/** What a prediction panel shows, in words. */
export function predictionText({ subject, data }: RunRecord, frame: PictureFrame): string {
  const column = epochName(frame.epoch)
  if (subject?.kind !== 'images') return TEXT.surface(column)
  const right = subject.classes.filter((own, i) => predicted(frame, i, data.classes.length) === own).length
  return TEXT.images(right, subject.classes.length, column)
}
