import { Layer } from '../../fields'
import { address, word } from './access'

/*
 * Rows of γ and β stand behind the bias in the panels of W; μ and 1/√(σ² + ε) are one number for a unit (batch) or for a sample
 * (layer normalization). `batch` is a constant at every call.
 */

/** Address of γ of unit 0; β stands a row further. */
export function scalesOf(layer: usize): usize {
  return address(layer, Layer.weights) + ((<usize>(word(layer, Layer.inputs) + 1)) << 5)
}

/** Where a unit's γ stands, from the address of the first one's. */
export function scaleAt(scales: usize, panel: usize, unit: i32): usize {
  return scales + <usize>(unit >> 3) * panel + ((<usize>(unit & 7)) << 2)
}

/** The group's number for `unit` in half `half` (0 or 16 bytes) of the panel of samples `p`, in all lanes or lane by lane. */
export function groupNumber(batch: bool, numbers: usize, unit: i32, p: i32, half: usize): v128 {
  if (batch) return v128.load32_splat(numbers + ((<usize>unit) << 2))
  return v128.load(numbers + ((<usize>p) << 5) + half)
}

/** x̂ = (z - μ)/√(σ² + ε), the same bits wherever it is needed. */
export function normal(z: v128, mean: v128, inverse: v128): v128 {
  return f32x4.mul(f32x4.sub(z, mean), inverse)
}
