import { EPSILON } from '../normalization'
import { Running } from '../runningStatistics'
import type { LayerSpec } from '../spec'
import type { LayerTable } from './layerPlan'

/** The running statistics of a batch-normalized layer, kept outside of the kernels' memory. */
export class RunningUnits {
  readonly running: Running
  private readonly mean: Float64Array // [outputs] of the last mini-batch
  private readonly variance: Float64Array // [outputs] of the last mini-batch

  constructor(
    private readonly floats: Float32Array, // all memory
    private readonly table: LayerTable,
    { normalizationState }: LayerSpec
  ) {
    this.running = new Running(table.outputs, normalizationState?.running ?? null)
    this.mean = new Float64Array(floats.buffer, table.preciseMeans, table.outputs)
    this.variance = new Float64Array(floats.buffer, table.variances, table.outputs)
  }

  /** Takes in what the kernels found in a mini-batch of `count` samples. */
  add(count: number): void {
    this.running.add(this.mean, this.variance, count)
  }

  /** Tells the kernels' `predict` what to normalize with. */
  write(): void {
    const { floats, table, running } = this
    for (let unit = 0; unit < table.outputs; unit++) {
      floats[table.means / 4 + unit] = running.mean[unit]!
      floats[table.inverses / 4 + unit] = 1 / Math.sqrt(running.variance[unit]! + EPSILON)
    }
  }
}
