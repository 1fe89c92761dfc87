import { countsHits } from './answer'
import { rowCapacity, type Backend } from './backend'
import type { Layout } from './layout'
import { lossFor } from './loss'
import { penalty } from './penalty'
import type { Samples, TrainingTask } from './spec'

export interface Evaluation {
  /** mean loss of the samples plus the penalty of the weights, as in training */
  readonly loss: number
  /** fraction classified rightly; null for a regression */
  readonly accuracy: number | null
}

/** Loss and accuracy of the network on `samples`. Yields the number of rows after each bounded piece of work. */
export function* evaluate(
  backend: Backend,
  task: TrainingTask,
  layout: Layout,
  samples: Samples
): Generator<number, Evaluation> {
  const rows = rowCapacity(task)
  let [loss, right] = [0, 0]
  for (let start = 0; start < samples.count; start += rows) {
    const count = Math.min(rows, samples.count - start)
    const sums = sumOver(backend, task, layout, samples, start, count)
    loss += sums.loss
    right += sums.right
    yield count
  }
  return {
    loss: loss / samples.count + penaltyOf(backend, task, layout),
    accuracy: countsHits(task) ? right / samples.count : null
  }
}

/** Copies the parameters only where there is a penalty. */
const penaltyOf = (backend: Backend, { l1, l2 }: TrainingTask, layout: Layout): number =>
  l1 === 0 && l2 === 0 ? 0 : penalty(backend.parameters(), layout, l1, l2)

function sumOver(
  backend: Backend,
  task: TrainingTask,
  layout: Layout,
  samples: Samples,
  start: number,
  count: number
): { loss: number; right: number } {
  const outputs = layout.layers.at(-1)!.outputs
  const { value, right, targetWidth } = lossFor(task)
  const width = targetWidth(outputs)
  const answers = backend.predict(samples.inputs, start, count)
  const sums = { loss: 0, right: 0 }
  for (let row = 0; row < count; row++) {
    sums.loss += value(answers, row * outputs, outputs, samples.targets, (start + row) * width)
    sums.right += right(answers, row * outputs, outputs, samples.targets, (start + row) * width)
  }
  return sums
}
