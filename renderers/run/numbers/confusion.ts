import type { Outcome, RunRecord, Split } from '../../../src/record'
import { recordedAt } from './recordedAt'

/** Which classes a network took for which. */
export interface Confusion {
  readonly epoch: number
  readonly split: Split
  readonly classes: readonly string[]
  /** [classes][classes] samples of a true class by what they were taken for */
  readonly counts: readonly (readonly number[])[]
  /** [classes] samples for which an output was not finite */
  readonly unanswered: readonly number[]
  /** [classes] samples of a true class */
  readonly totals: readonly number[]
  readonly samples: number
  readonly right: number
}

/** What is known of a classification's answers at `epoch` or newest before; null where nothing was recorded. */
export function confusionAt(record: RunRecord, epoch: number): Confusion | null {
  const { outcomeSubject: subject, outcomes, data } = record
  const outcome = recordedAt(outcomes, epoch)
  return outcome === null || subject?.kind !== 'classes' ? null : confusionOf(outcome, subject.split, data.classes)
}

function confusionOf({ epoch, values }: Outcome, split: Split, classes: readonly string[]): Confusion {
  const width = classes.length + 1
  const rows = classes.map((_, row) => [...values.subarray(row * width, (row + 1) * width)])
  const totals = rows.map(sum)
  return {
    epoch,
    split,
    classes,
    counts: rows.map(row => row.slice(0, -1)),
    unanswered: rows.map(row => row.at(-1)!),
    totals,
    samples: sum(totals),
    right: sum(rows.map((row, i) => row[i]!))
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0)

/** One class taken for another. */
export interface Mistake {
  readonly truth: number
  readonly answer: number
  readonly count: number
}

/** The mistake made most often; null of none. */
export function worstMistake({ counts }: Confusion): Mistake | null {
  const all = counts.flatMap((row, truth) => row.map((count, answer): Mistake => ({ truth, answer, count })))
  const wrong = all.filter(({ truth, answer, count }) => truth !== answer && count > 0)
  return wrong.reduce<Mistake | null>((worst, one) => (worst !== null && worst.count >= one.count ? worst : one), null)
}

/** The class that every sample is taken for, if it is one and there are several true classes; else null. */
export function onlyAnswer({ counts, totals }: Confusion): number | null {
  const answers = counts.map((_, answer) => sum(counts.map(row => row[answer]!)))
  const used = answers.filter(count => count > 0)
  return used.length === 1 && totals.filter(total => total > 0).length > 1 ? answers.indexOf(used[0]!) : null
}
