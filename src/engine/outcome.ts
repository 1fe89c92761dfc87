import { linkOf } from '../catalogue'
import type { Outcome } from '../record'
import { thresholdOf } from './answer'
import { rowCapacity, type Backend } from './backend'
import type { Layout } from './layout'
import type { OutcomeRequest, TrainingTask } from './spec'

type Answers = Float64Array | Float32Array

/**
 * What the network answers for the samples of `request`: how many of each class it takes for which, [classes × (classes + 1)], the
 * last column for outputs that are not finite; or, for a regression, its outputs [count × outputs]. Yields the number of rows after each
 * bounded piece of work.
 */
export function* outcomeOf(
  backend: Backend,
  task: TrainingTask,
  layout: Layout,
  { samples, classes }: OutcomeRequest
): Generator<number, Outcome['values']> {
  const outputs = layout.layers.at(-1)!.outputs
  const width = linkOf(task.loss) === 'softmax' ? 1 : outputs
  const counts = new Uint32Array(classes * (classes + 1))
  const values = new Float32Array(classes > 0 ? 0 : samples.count * outputs)
  const rows = rowCapacity(task)
  const threshold = thresholdOf(task)
  for (let start = 0; start < samples.count; start += rows) {
    const size = Math.min(rows, samples.count - start)
    const answers = backend.predict(samples.inputs, start, size)
    if (classes === 0) values.set(answers.subarray(0, size * outputs), start * outputs)
    else
      for (let row = 0; row < size; row++) {
        const truth = classIn(samples.targets, (start + row) * width, width)
        counts[truth * (classes + 1) + (answer(answers, row * outputs, outputs, threshold) ?? classes)]!++
      }
    yield size
  }
  return classes > 0 ? counts : values
}

/** The class that a target [width] says: itself, 0 or 1 for a single probability's, or the place of the 1. */
const classIn = (targets: Float64Array, start: number, width: number): number =>
  width === 1 ? targets[start]! : largestPlace(targets, start, width)

/** The class with the largest output, or whether a single one is above `threshold`; null where an output is not finite. */
function answer(answers: Answers, start: number, outputs: number, threshold: number): number | null {
  for (let i = 0; i < outputs; i++) if (!Number.isFinite(answers[start + i]!)) return null
  return outputs === 1 ? Number(answers[start]! > threshold) : largestPlace(answers, start, outputs)
}

function largestPlace(values: Answers, start: number, count: number): number {
  let best = 0
  for (let i = 1; i < count; i++) if (values[start + i]! > values[start + best]!) best = i
  return best
}
