import { activationOf, type Activation } from './activation'
import type { LayerSlot } from './layout'
import { matrix, multiply, transposed } from './multiply'
import type { ActivationSpec } from './spec'

/** z = W x + b, a = φ(z) for a batch of at most `rows` samples, and the way back. */
export class DenseLayer {
  readonly activation: Activation
  /** [rows × outputs] */
  readonly z: Float64Array
  /** [rows × outputs] */
  readonly a: Float64Array
  /** φ′(z) of the last `throughActivation`, [rows × outputs] */
  private readonly slopes: Float64Array

  constructor(
    readonly slot: LayerSlot,
    spec: ActivationSpec,
    rows: number
  ) {
    this.activation = activationOf(spec)
    this.z = new Float64Array(rows * slot.outputs)
    this.a = new Float64Array(rows * slot.outputs)
    this.slopes = new Float64Array(rows * slot.outputs)
  }

  /** x [count × inputs] → z, a [count × outputs]. */
  forward(parameters: Float64Array, x: Float64Array, count: number): void {
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
    this.activation.values(z, this.a, count * outputs)
  }

  /** delta [count × outputs]: ∂loss/∂a → ∂loss/∂z = ∂loss/∂a · φ′(z). */
  throughActivation(delta: Float64Array, count: number): void {
    const { slopes } = this
    const size = count * this.slot.outputs
    this.activation.slopes(this.z, this.a, slopes, size)
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
    const { inputs, outputs, weights, biases } = this.slot
    multiply(
      matrix(gradient, weights, inputs),
      transposed(matrix(delta, 0, outputs)),
      matrix(x, 0, inputs),
      outputs,
      count,
      inputs
    )
    gradient.fill(0, biases, biases + outputs)
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

  /** Sets active[firstUnit + u] where unit u is not 0 for some sample. */
  markActive(active: Uint8Array, count: number): void {
    const { outputs, firstUnit } = this.slot
    for (let start = 0; start < count * outputs; start += outputs) {
      for (let unit = 0; unit < outputs; unit++) if (this.a[start + unit] !== 0) active[firstUnit + unit] = 1
    }
  }
}
