import type { Dataset } from '../dataset'
import type { OutcomeRequest, Samples } from '../engine'
import type { OutcomeSubject } from '../record'

/** Whose answers a run records: what the engine is asked for, and how the record tells of it. */
export interface Answers {
  readonly subject: OutcomeSubject
  readonly request: OutcomeRequest
}

/** A larger confusion matrix cannot be read. */
const MOST_CLASSES = 20
const MOST_SAMPLES = 2000
/** Numbers of a regression: points of a plot. */
const MOST_VALUES = 256
const MOST_OUTPUTS = 4

/** The samples of the test split, or without one of training, whose answers are worth recording; null for too many classes or outputs. */
export function outcomesOf({ task, classNames, outputs, train, test }: Dataset): Answers | null {
  const samples = test ?? train
  const split = test === null ? 'training' : 'test'
  if (task === 'classification') {
    if (classNames.length > MOST_CLASSES) return null
    const some = first(samples, Math.min(samples.count, MOST_SAMPLES))
    const subject: OutcomeSubject = { kind: 'classes', split, samples: some.count }
    return { subject, request: { samples: some, classes: classNames.length } }
  }
  if (outputs > MOST_OUTPUTS) return null
  const some = first(samples, Math.min(samples.count, Math.floor(MOST_VALUES / outputs)))
  const subject: OutcomeSubject = { kind: 'values', split, outputs, truth: Float32Array.from(some.targets) }
  return { subject, request: { samples: some, classes: 0 } }
}

/** The first `count` rows. */
function first({ count: all, inputs, targets }: Samples, count: number): Samples {
  const share = (values: Float64Array) => values.subarray(0, (values.length / all) * count)
  return { count, inputs: share(inputs), targets: share(targets) }
}
