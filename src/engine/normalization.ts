import { powerOfTwo } from '../record'
import type { LayerSlot } from './layout'
import { safeExponent } from './magnitude'
import type { RunningStatistics } from './spec'

/** Added to a variance, as PyTorch does by default. */
export const EPSILON = 1e-5

/** Numbers that share a mean and a variance: those of group g stand at g · next + i · step for i < size. */
interface Groups {
  readonly count: number
  readonly size: number
  readonly next: number
  readonly step: number
}

/** Batch normalization: a unit's samples are a group. Layer normalization: a sample's units. */
const groupsOf = ({ normalization, outputs }: LayerSlot, count: number): Groups =>
  normalization === 'batch'
    ? { count: outputs, size: count, next: 1, step: outputs }
    : { count, size: outputs, next: outputs, step: 1 }

/**
 * y = γ x̂ + β with x̂ = (z - μ)/√(σ² + ε), where μ and σ² (population) are those of z's group: of its unit over the mini-batch
 * (Ioffe & Szegedy 2015), or of its sample over the layer's units (Ba, Kiros & Hinton 2016). One γ and β for each unit.
 */
export class Normalization {
  /** μ of each group of the last `forward` */
  readonly mean: Float64Array
  /** σ² of each group of the last `forward` */
  readonly variance: Float64Array
  private readonly inverse: Float64Array // [groups] 1/√(σ² + ε)
  private readonly normal: Float64Array // [rows × outputs] x̂

  constructor(
    private readonly slot: LayerSlot,
    rows: number
  ) {
    const groups = slot.normalization === 'batch' ? slot.outputs : rows
    this.mean = new Float64Array(groups)
    this.variance = new Float64Array(groups)
    this.inverse = new Float64Array(groups)
    this.normal = new Float64Array(rows * slot.outputs)
  }

  /** z → y [count × outputs], with the statistics of z itself. */
  forward(parameters: Float64Array, z: Float64Array, y: Float64Array, count: number): void {
    const groups = groupsOf(this.slot, count)
    for (let group = 0; group < groups.count; group++) this.normalize(z, group, groups)
    this.scaleAndShift(parameters, y, count)
  }

  /** z → y [count × outputs], with the statistics of earlier mini-batches. */
  forwardWith(
    { mean, variance }: RunningStatistics,
    parameters: Float64Array,
    z: Float64Array,
    y: Float64Array,
    count: number
  ): void {
    const { outputs } = this.slot
    for (let i = 0; i < count * outputs; i++) {
      const unit = i % outputs
      this.normal[i] = (z[i]! - mean[unit]!) / Math.sqrt(variance[unit]! + EPSILON)
    }
    this.scaleAndShift(parameters, y, count)
  }

  /** ∂loss/∂γ = Σ_batch ∂loss/∂y x̂ and ∂loss/∂β = Σ_batch ∂loss/∂y, into their places in the flat `gradient`. */
  gradients(gradient: Float64Array, delta: Float64Array, count: number): void {
    const { outputs, scales, shifts, end } = this.slot
    gradient.fill(0, scales, end)
    for (let i = 0; i < count * outputs; i++) {
      const unit = i % outputs
      gradient[scales + unit] = gradient[scales + unit]! + delta[i]! * this.normal[i]!
      gradient[shifts + unit] = gradient[shifts + unit]! + delta[i]!
    }
  }

  /**
   * delta [count × outputs]: ∂loss/∂y → ∂loss/∂z = (g - mean g - x̂ mean(g x̂))/√(σ² + ε) with g = ∂loss/∂x̂ = γ ∂loss/∂y and
   * means over the group, as μ and σ² depend on all of it (Ioffe & Szegedy 2015, section 3).
   */
  backward(parameters: Float64Array, delta: Float64Array, count: number): void {
    const { outputs, scales } = this.slot
    for (let i = 0; i < count * outputs; i++) delta[i] = delta[i]! * parameters[scales + (i % outputs)]!
    const groups = groupsOf(this.slot, count)
    for (let group = 0; group < groups.count; group++) this.pullBack(delta, group, groups)
  }

  /** Two passes; a group so large that squares could overflow is first multiplied by a power of two, which loses nothing. */
  private normalize(z: Float64Array, group: number, { size, next, step }: Groups): void {
    const start = group * next
    const end = start + size * step
    const factor = powerOfTwo(Math.min(0, safeExponent(largestOf(z, start, end, step))))
    let [sum, squares] = [0, 0]
    for (let i = start; i < end; i += step) sum += z[i]! * factor
    const mean = sum / size
    for (let i = start; i < end; i += step) squares += (z[i]! * factor - mean) * (z[i]! * factor - mean)
    const variance = squares / size
    const deviation = Math.sqrt(variance + EPSILON * factor * factor)
    for (let i = start; i < end; i += step) this.normal[i] = (z[i]! * factor - mean) / deviation
    this.mean[group] = mean / factor
    this.variance[group] = variance / factor / factor
    this.inverse[group] = factor / deviation
  }

  private scaleAndShift(parameters: Float64Array, y: Float64Array, count: number): void {
    const { outputs, scales, shifts } = this.slot
    for (let i = 0; i < count * outputs; i++) {
      const unit = i % outputs
      y[i] = parameters[scales + unit]! * this.normal[i]! + parameters[shifts + unit]!
    }
  }

  /** ∂loss/∂x̂ → ∂loss/∂z in one group. */
  private pullBack(delta: Float64Array, group: number, { size, next, step }: Groups): void {
    const { normal } = this
    const start = group * next
    const end = start + size * step
    let [sum, product] = [0, 0]
    for (let i = start; i < end; i += step) {
      sum += delta[i]!
      product += delta[i]! * normal[i]!
    }
    const [mean, slope] = [sum / size, product / size]
    const inverse = this.inverse[group]!
    for (let i = start; i < end; i += step) delta[i] = (delta[i]! - mean - normal[i]! * slope) * inverse
  }
}

/** The largest |x| among every `step`-th value; NaN is passed over, as it makes the mean NaN anyway. */
function largestOf(values: Float64Array, start: number, end: number, step: number): number {
  let max = 0
  for (let i = start; i < end; i += step) if (Math.abs(values[i]!) > max) max = Math.abs(values[i]!)
  return max
}
