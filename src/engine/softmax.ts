import { exp } from '../arithmetic'

/** a = softmax(x), row by row: x and a are [count × outputs]; NaN where a number of the row is NaN. */
export function softmaxRows(x: Float64Array, a: Float64Array, count: number, outputs: number): void {
  for (let start = 0; start < count * outputs; start += outputs) {
    let max = -Infinity
    for (let i = start; i < start + outputs; i++) max = Math.max(max, x[i]!)
    let sum = 0
    for (let i = start; i < start + outputs; i++) {
      a[i] = exp(x[i]! - max)
      sum += a[i]!
    }
    for (let i = start; i < start + outputs; i++) a[i] = a[i]! / sum
  }
}

/** delta [count × outputs]: ∂loss/∂a → ∂loss/∂x = a ⊙ (∂loss/∂a − Σ_j a_j ∂loss/∂a_j), row by row, for a = softmax(x). */
export function throughSoftmax(a: Float64Array, delta: Float64Array, count: number, outputs: number): void {
  for (let start = 0; start < count * outputs; start += outputs) {
    let mean = 0
    for (let i = start; i < start + outputs; i++) mean += a[i]! * delta[i]!
    for (let i = start; i < start + outputs; i++) delta[i] = a[i]! * (delta[i]! - mean)
  }
}
