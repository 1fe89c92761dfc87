import { compareText, sweepText, sweepTitle } from '../export'
import { sweepVerdict, sweepVerdictText } from '../diagnosis'
import { COMPARE_FIGURE } from '../../renderers/run/words/sweepTexts'
import { chosenMetric, comparedSweep, type CompareRecord, type SweepRecord } from '../record'
import type { Many } from './sharedCells'

const AS_TEXT = { color: 'none', width: 100 } as const

/** A sweep or a comparison in words: its title, its verdict and a row a group. */
export const manyText = (many: Many): string =>
  (many.kind === 'sweep' ? sweepText(many.record, AS_TEXT) : compareText(many.record, AS_TEXT)).join('\n')

/** What it is called, for a file's name. */
export const manyName = ({ kind, record }: Many): string => record.name ?? kind

/** The line that names it, and the sentence that says what came of it. */
export function manyWords(many: Many): readonly [title: string, sentence: string] {
  if (many.kind === 'sweep') return [sweepTitle(many.record), verdictOf(many.record)]
  return [compareTitle(many.record), verdictOf(comparedSweep(many.record))]
}

const compareTitle = ({ name, items }: CompareRecord): string =>
  COMPARE_FIGURE.title(
    name,
    items.map(({ reference }) => reference)
  )

const verdictOf = (record: SweepRecord | null): string =>
  record === null ? COMPARE_FIGURE.nothing : sweepVerdictText(sweepVerdict(record, chosenMetric(record)))
