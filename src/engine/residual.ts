import { shift } from './magnitude'

/**
 * The way of ∂loss/∂a around a layer with a = φ(y) + x (He et al. 2016): ∂loss/∂x gains ∂loss/∂a. Deltas are stored
 * · 2^-exponent, which the layer may change between `keep` and `addTo`.
 */
export class Skip {
  private readonly kept: Float64Array // [rows × widest layer]
  private exponent = 0

  constructor(size: number) {
    this.kept = new Float64Array(size)
  }

  /** Remembers ∂loss/∂a = delta[0 … size - 1] · 2^exponent. */
  keep(delta: Float64Array, size: number, exponent: number): void {
    this.kept.set(delta.subarray(0, size))
    this.exponent = exponent
  }

  /** delta · 2^exponent += what was kept; returns the new exponent, the larger of both, so that nothing overflows. */
  addTo(delta: Float64Array, size: number, exponent: number): number {
    const common = Math.max(exponent, this.exponent)
    shift(delta, 0, size, exponent - common)
    shift(this.kept, 0, size, this.exponent - common)
    for (let i = 0; i < size; i++) delta[i] = delta[i]! + this.kept[i]!
    return common
  }
}
