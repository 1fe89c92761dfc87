import type { RunningStatistics } from './spec'

/** The weight of the newest mini-batch, PyTorch's default. */
const MOMENTUM = 0.1

/**
 * What a batch-normalized layer remembers of its mini-batches: m ← 0.9 m + 0.1 μ and v ← 0.9 v + 0.1 σ² n/(n - 1), n the samples
 * of the mini-batch, as PyTorch's BatchNorm1d has it (Ioffe & Szegedy 2015, algorithm 2).
 */
export class Running implements RunningStatistics {
  readonly mean: Float64Array // [units]
  readonly variance: Float64Array // [units]
  batches = 0

  constructor(
    units: number,
    private readonly start: RunningStatistics | null
  ) {
    this.mean = new Float64Array(units)
    this.variance = new Float64Array(units)
    this.reset()
  }

  /** As before the first mini-batch. */
  reset(): void {
    this.mean.set(this.start?.mean ?? this.mean.fill(0))
    this.variance.set(this.start?.variance ?? this.variance.fill(1))
    this.batches = this.start?.batches ?? 0
  }

  /** Takes in a mini-batch of `count` ≥ 2 samples with `mean` and population `variance` [units]. */
  add(mean: Float64Array, variance: Float64Array, count: number): void {
    this.batches++
    for (let unit = 0; unit < this.mean.length; unit++) {
      const unbiased = (variance[unit]! * count) / (count - 1)
      this.mean[unit] = (1 - MOMENTUM) * this.mean[unit]! + MOMENTUM * mean[unit]!
      this.variance[unit] = (1 - MOMENTUM) * this.variance[unit]! + MOMENTUM * unbiased
    }
  }

  copy(): RunningStatistics {
    return { mean: this.mean.slice(), variance: this.variance.slice(), batches: this.batches }
  }
}
