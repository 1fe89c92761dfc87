import type { Layout } from './layout'

/** l1 Σ|W| + l2 ΣW² over all weights of flat `parameters`; biases are free. */
export function penalty(parameters: Float64Array, layout: Layout, l1: number, l2: number): number {
  if (l1 === 0 && l2 === 0) return 0
  let [sizes, squares] = [0, 0]
  for (const { weights, biases } of layout.layers) {
    for (let i = weights; i < biases; i++) {
      sizes += Math.abs(parameters[i]!)
      squares += parameters[i]! * parameters[i]!
    }
  }
  return l1 * sizes + l2 * squares
}

/** Adds the penalty's gradient l1 sign W + 2 l2 W to gradient[start … end - 1]; sign 0 = 0. */
export function addPenaltyGradient(
  gradient: Float64Array,
  parameters: Float64Array,
  start: number,
  end: number,
  l1: number,
  l2: number
): void {
  for (let i = start; i < end; i++) {
    const weight = parameters[i]!
    const sign = weight > 0 ? 1 : weight < 0 ? -1 : 0
    gradient[i] = gradient[i]! + l1 * sign + 2 * l2 * weight
  }
}
