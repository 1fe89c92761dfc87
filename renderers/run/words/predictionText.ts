import type { PictureFrame, PictureSubject, RunRecord } from '../../../src/record'
import { visibleLine } from '../../../src/text'
import { answersAt, predicted } from '../numbers/predictions'
import { shareText } from './confusionText'
import { TEXTS } from './texts'

type Images = Extract<PictureSubject, { kind: 'images' }>

const { predictions: TEXT, predictsNothing } = TEXTS.details

/** What the net takes image `index` for, and whether that is right. */
export function labelOf(record: RunRecord, { classes }: Images, frame: PictureFrame, index: number) {
  if (!answersAt(record, frame.epoch)) return { text: TEXT.noAnswer, right: false }
  const { data } = record
  const guess = predicted(frame, index, data.classes.length)
  const right = guess === classes[index]
  const name = visibleLine(data.classes[guess] ?? String(guess))
  return { text: right ? name : TEXT.wrong(name), right }
}

/** What a picture of predictions shows, in words. */
export function predictionText(record: RunRecord, frame: PictureFrame): string {
  const { subject, data } = record
  if (!answersAt(record, frame.epoch)) return predictsNothing
  const guesses = (rows: number) => Array.from({ length: rows }, (_, row) => predicted(frame, row, data.classes.length))
  if (subject?.kind === 'images')
    return TEXT.right(
      guesses(subject.classes.length).filter((guess, i) => guess === subject.classes[i]).length,
      subject.classes.length
    )
  const rows = frame.values.length / data.classes.length
  const all = guesses(rows)
  const areas = data.classes.map((name, i) => ({ name, count: all.filter(guess => guess === i).length }))
  const parts = areas
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ name, count }) => TEXT.area(visibleLine(name), shareText(count, rows)))
  return `${TEXT.areas(parts.slice(0, MOST_AREAS))} ${TEXT.points}`
}

const MOST_AREAS = 6
