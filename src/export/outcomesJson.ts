import type { Outcome, RunRecord } from '../record'

/**
 * What a run's network answered, for JSON: null where nothing was recorded. Of classes `counts` [epochs][true class][answer] and `unanswered`
 * [epochs][true class], samples whose outputs were not finite; of a regression `truth` [samples][outputs] and `predicted`
 * [epochs][samples][outputs], in the units that the network learned.
 */
export function outcomesJson({ outcomeSubject: subject, outcomes, data }: RunRecord): object | null {
  if (subject === null || outcomes.length === 0) return null
  const epochs = outcomes.map(({ epoch }) => epoch)
  if (subject.kind === 'values') {
    const { kind, split, outputs, truth } = subject
    const predicted = outcomes.map(({ values }) => inRows(values, outputs))
    return { kind, split, samples: truth.length / outputs, epochs, truth: inRows(truth, outputs), predicted }
  }
  const { kind, split, samples } = subject
  const counted = outcomes.map(({ values }) => inRows(values, data.classes.length + 1))
  const counts = counted.map(rows => rows.map(row => row.slice(0, -1)))
  const unanswered = counted.map(rows => rows.map(row => row.at(-1)!))
  return { kind, split, samples, classes: data.classes, epochs, counts, unanswered }
}

/** [rows][width]; numbers that JSON cannot hold are texts. */
function inRows(values: Outcome['values'], width: number): (number | string)[][] {
  const all = Array.from(values, value => (Number.isFinite(value) ? value : String(value)))
  return Array.from({ length: all.length / width }, (_, row) => all.slice(row * width, (row + 1) * width))
}
