import type { LayerSlot } from './layout'
import type { Random } from '../arithmetic'
import type { Numbers } from './spec'

/** A vector that keeps less of its length than this when others are taken off it is cleaned once more, or drawn anew. */
const KEPT_ENOUGH = 0.5
const KEPT_TOO_LITTLE = 1e-8

/**
 * W [outputs × inputs] with orthonormal rows times `gain`, or columns where there are more rows than columns (Saxe et al.
 * 2014): Gram–Schmidt on standard normal vectors, so that every such matrix is equally likely.
 */
export function orthogonal(weights: Numbers, { inputs, outputs }: LayerSlot, gain: number, random: Random): void {
  const wide = outputs <= inputs
  const [count, length] = wide ? [outputs, inputs] : [inputs, outputs]
  const vectors = new Float64Array(weights.length) // [count × length], whatever the precision of `weights`
  for (let i = 0; i < count; i++) drawUnitVector(vectors, i, length, random)
  for (let row = 0; row < outputs; row++) {
    for (let column = 0; column < inputs; column++) {
      const place = row * inputs + column
      weights[place] = gain * vectors[wide ? place : column * length + row]!
    }
  }
}

/**
 * Vector i of length 1, orthogonal to those before it. What rounding leaves of them is taken off again until little changes
 * ("twice is enough", Daniel et al. 1976).
 */
function drawUnitVector(vectors: Float64Array, i: number, length: number, random: Random): void {
  const vector = vectors.subarray(i * length, (i + 1) * length)
  for (;;) {
    for (let k = 0; k < length; k++) vector[k] = random.normal()
    const drawn = normOf(vector)
    let norm = drawn
    for (let before = Infinity; !(norm > KEPT_ENOUGH * before) && norm > KEPT_TOO_LITTLE * drawn;) {
      before = norm
      for (let j = 0; j < i; j++) takeOff(vector, vectors, j * length)
      norm = normOf(vector)
    }
    if (!(norm > KEPT_TOO_LITTLE * drawn)) continue
    for (let k = 0; k < length; k++) vector[k] = vector[k]! / norm
    return
  }
}

/** vector -= its part along the unit vector at `start`. */
function takeOff(vector: Float64Array, vectors: Float64Array, start: number): void {
  let along = 0
  for (let k = 0; k < vector.length; k++) along += vector[k]! * vectors[start + k]!
  for (let k = 0; k < vector.length; k++) vector[k] = vector[k]! - along * vectors[start + k]!
}

function normOf(vector: Float64Array): number {
  let squares = 0
  for (let k = 0; k < vector.length; k++) squares += vector[k]! * vector[k]!
  return Math.sqrt(squares)
}
