import assert from 'node:assert/strict'
import { createRandom, layoutOf } from '../../../src/engine'
import { orthogonal } from '../../../src/engine/orthogonal'

/** W [outputs × inputs]. */
function draw(inputs: number, outputs: number, gain = 1, seed = 1): Float64Array {
  const weights = new Float64Array(inputs * outputs)
  orthogonal(weights, layoutOf(inputs, [{ outputs }]).layers[0]!, gain, createRandom(seed))
  return weights
}

/** The largest |entry| of W Wᵀ - I, or of Wᵀ W - I where there are more rows than columns. */
function deviation(weights: Float64Array, inputs: number, outputs: number): number {
  const wide = outputs <= inputs
  const [count, length] = wide ? [outputs, inputs] : [inputs, outputs]
  const entry = (vector: number, k: number) => (wide ? weights[vector * inputs + k]! : weights[k * inputs + vector]!)
  let worst = 0
  for (let i = 0; i < count; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = i === j ? -1 : 0
      for (let k = 0; k < length; k++) sum += entry(i, k) * entry(j, k)
      worst = Math.max(worst, Math.abs(sum))
    }
  }
  return worst
}

describe('orthogonal(weights, slot, gain, random)', () => {
  for (const [inputs, outputs] of [
    [1, 1],
    [2, 1],
    [1, 7],
    [3, 5],
    [5, 3],
    [64, 64],
    [200, 200],
    [100, 150]
  ] as const)
    it(`${outputs} × ${inputs}: rows or columns are orthonormal to 1e-12`, () => {
      const worst = deviation(draw(inputs, outputs), inputs, outputs)
      assert.ok(worst < 1e-12, String(worst))
    })

  it('multiplies by the gain', () => {
    assert.deepEqual(
      draw(8, 5, 2),
      draw(8, 5).map(weight => 2 * weight)
    )
  })

  it('depends on the seed only, and prefers no direction', () => {
    assert.deepEqual(draw(6, 6), draw(6, 6))
    assert.notDeepEqual(draw(6, 6), draw(6, 6, 1, 2))
    const entries = Array.from({ length: 400 }, (_, seed) => draw(4, 4, 1, seed))
    for (let place = 0; place < 16; place++) {
      const mean = entries.reduce((sum, weights) => sum + weights[place]!, 0) / entries.length
      const square = entries.reduce((sum, weights) => sum + weights[place]! ** 2, 0) / entries.length
      assert.ok(Math.abs(mean) < 0.1 && Math.abs(square - 0.25) < 0.05, `${place}: ${mean}, ${square}`)
    }
  })
})
