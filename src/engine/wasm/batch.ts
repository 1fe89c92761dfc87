import { linkOf } from '../../catalogue'
import type { TrainingTask } from '../spec'
import { roundUp } from './arena'
import type { MemoryPlan } from './memoryPlan'

/** Writes mini-batches to where the kernels read them. */
export class BatchWriter {
  constructor(
    private readonly task: TrainingTask,
    private readonly plan: Pick<MemoryPlan, 'input' | 'targets' | 'tables'>,
    private readonly floats: Float32Array, // all memory
    private readonly words: Int32Array // all memory
  ) {}

  /** Training samples order[start] … order[start + count - 1]. */
  writeSamples(order: Int32Array, start: number, count: number): void {
    const { task } = this
    const stride = roundUp(count, 8)
    for (let row = 0; row < stride; row++) {
      const sample = order[start + Math.min(row, count - 1)]!
      this.putInputs(task.train.inputs, sample * task.inputs, row, stride)
    }
    this.writeTargets(order, start, count)
  }

  /** Rows start … start + count - 1 of `inputs`. */
  writeInputs(inputs: Float64Array, start: number, count: number): void {
    const width = this.task.inputs
    const stride = roundUp(count, 8)
    for (let row = 0; row < stride; row++)
      this.putInputs(inputs, (start + Math.min(row, count - 1)) * width, row, stride)
  }

  /** One sample by unit. The last one also fills up its panel of eight, so that no other value can be out of range. */
  private putInputs(inputs: Float64Array, from: number, row: number, stride: number): void {
    const { floats, task } = this
    let place = this.plan.input.byUnit / 4 + row * 8
    for (let i = 0; i < task.inputs; i++) {
      floats[place + (i & 7)] = inputs[from + i]!
      if ((i & 7) === 7) place += stride * 8
    }
  }

  private writeTargets(order: Int32Array, start: number, count: number): void {
    const { floats, words, task } = this
    const at = this.plan.targets / 4
    const { targets } = task.train
    if (linkOf(task.loss) === 'softmax') {
      for (let row = 0; row < count; row++) words[at + row] = targets[order[start + row]!]!
      return
    }
    const width = this.plan.tables.at(-1)!.outputs
    for (let row = 0; row < count; row++) {
      const place = at + (row >> 3) * width * 8 + (row & 7)
      const from = order[start + row]! * width
      for (let i = 0; i < width; i++) floats[place + i * 8] = targets[from + i]!
    }
  }
}
