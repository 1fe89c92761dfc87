import { activationOf, type Activation } from './activation'
import type { LayerSlot } from './layout'
import { matrix, multiply, transposed } from './multiply'
import { Normalization } from './normalization'
import { Running } from './runningStatistics'
import { softmaxRows, throughSoftmax } from './softmax'
import type { LayerSpec } from './spec'

/** z = W x + b, y = z or z normalized, a = φ(y), φ(y) + x or softmax(φ(y)) for a batch of at most `rows` samples, and the way back. */
export class DenseLayer {
  readonly activation: Activation
  readonly normalization: Normalization | null
  /** batch normalization only */
  readonly running: Running | null
  /** [rows × outputs] */
  readonly z: Float64Array
  /** [rows × outputs]; z itself where it is not normalized */
  private readonly y: Float64Array
  /** φ(y) [rows × outputs] */
  private readonly value: Float64Array
  /** [rows × outputs]; φ(y) itself where x is not added and no softmax taken */
  readonly a: Float64Array
  /** φ′(y) of the last `throughActivation`, [rows × outputs] */
  private readonly slopes: Float64Array

  constructor(
    readonly slot: LayerSlot,
    spec: Pick<LayerSpec, 'activation' | 'normalizationState'>,
    rows: number
  ) {
    const values = () => new Float64Array(rows * slot.outputs)
    const { normalization } = slot
    this.activation = activationOf(spec.activation)
    this.normalization = normalization === null ? null : new Normalization(slot, rows)
    this.running =
      normalization === 'batch' ? new Running(slot.outputs, spec.normalizationState?.running ?? null) : null
    this.z = values()
    this.y = normalization === null ? this.z : values()
    this.value = values()
    this.a = slot.residual || slot.softmax ? values() : this.value
    this.slopes = values()
  }

  /** x [count × inputs] → z, a [count × outputs]. Batch normalization takes the running statistics unless it is `training`. */
  forward(parameters: Float64Array, x: Float64Array, count: number, training: boolean): void {
    const { z, y, value, a, running } = this
    const size = count * this.slot.outputs
    this.combine(parameters, x, count)
    if (running !== null && !training) this.normalization!.forwardWith(running, parameters, z, y, count)
    else this.normalization?.forward(parameters, z, y, count)
    this.activation.values(y, value, size)
    if (this.slot.residual) for (let i = 0; i < size; i++) a[i] = value[i]! + x[i]!
    if (this.slot.softmax) softmaxRows(value, a, count, this.slot.outputs)
  }

  /** z = W x + b */
  private combine(parameters: Float64Array, x: Float64Array, count: number): void {
    const { inputs, outputs, weights, biases } = this.slot
    const { z } = this
    multiply(
      matrix(z, 0, outputs),
      matrix(x, 0, inputs),
      transposed(matrix(parameters, weights, inputs)),
      count,
      inputs,
      outputs
    )
    for (let start = 0; start < count * outputs; start += outputs) {
      for (let unit = 0; unit < outputs; unit++) z[start + unit] = z[start + unit]! + parameters[biases + unit]!
    }
  }

  /** delta [count × outputs]: ∂loss/∂φ → ∂loss/∂y = ∂loss/∂φ · φ′(y); of a softmax, from ∂loss/∂a on. */
  throughActivation(delta: Float64Array, count: number): void {
    const { slopes } = this
    const size = count * this.slot.outputs
    if (this.slot.softmax) throughSoftmax(this.a, delta, count, this.slot.outputs)
    this.activation.slopes(this.y, this.value, slopes, size)
    for (let i = 0; i < size; i++) delta[i] = delta[i]! * slopes[i]!
  }

  /** Fraction of units whose |φ′| is under 1 % of its maximum on at least 99 % of the batch; after `throughActivation`. */
  saturated(count: number): number {
    const flat = (this.activation.steepest ?? 0) * 0.01
    const { outputs } = this.slot
    let units = 0
    for (let unit = 0; unit < outputs; unit++) {
      let samples = 0
      for (let i = unit; i < count * outputs; i += outputs) if (Math.abs(this.slopes[i]!) < flat) samples++
      if (100 * samples >= 99 * count) units++
    }
    return units / outputs
  }

  /** ∂loss/∂W = deltaᵀ x and ∂loss/∂b = Σ delta over the batch, into their places in the flat `gradient`. */
  gradients(gradient: Float64Array, delta: Float64Array, x: Float64Array, count: number): void {
    const { inputs, outputs, weights, biases, scales } = this.slot
    multiply(
      matrix(gradient, weights, inputs),
      transposed(matrix(delta, 0, outputs)),
      matrix(x, 0, inputs),
      outputs,
      count,
      inputs
    )
    gradient.fill(0, biases, scales)
    for (let start = 0; start < count * outputs; start += outputs) {
      for (let unit = 0; unit < outputs; unit++) {
        gradient[biases + unit] = gradient[biases + unit]! + delta[start + unit]!
      }
    }
  }

  /** ∂loss/∂x = delta W, [count × inputs]. */
  backward(into: Float64Array, parameters: Float64Array, delta: Float64Array, count: number): void {
    const { inputs, outputs, weights } = this.slot
    multiply(
      matrix(into, 0, inputs),
      matrix(delta, 0, outputs),
      matrix(parameters, weights, inputs),
      count,
      outputs,
      inputs
    )
  }

  /** Takes the statistics of the last `forward` in training into the running ones. */
  remember(count: number): void {
    if (this.running !== null) this.running.add(this.normalization!.mean, this.normalization!.variance, count)
  }

  /** Sets active[firstUnit + u] where φ(y) of unit u is not 0 for some sample. */
  markActive(active: Uint8Array, count: number): void {
    const { outputs, firstUnit } = this.slot
    for (let start = 0; start < count * outputs; start += outputs) {
      for (let unit = 0; unit < outputs; unit++) if (this.value[start + unit] !== 0) active[firstUnit + unit] = 1
    }
  }
}
