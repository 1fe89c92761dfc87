import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { absent, scaled, toNumber } from '../../../src/record'
import { ScaledMeans } from '../../../src/engine/scaledMeans'

const meanOf = (...terms: (readonly [number, number?])[]) => {
  const means = new ScaledMeans(1)
  for (const [value, exponent] of terms) means.add(0, value, exponent)
  return means.mean(0)
}

describe('ScaledMeans', () => {
  it('is the plain mean where plain numbers reach', () => {
    assert.equal(toNumber(meanOf([0.1], [0.2], [0.7])), (0.1 + 0.2 + 0.7) / 3)
    assert.equal(toNumber(meanOf([1, 3], [-2])), 3)
    assert.equal(toNumber(meanOf([0], [5])), 2.5)
  })

  it('keeps what is beyond float64', () => {
    assert.deepEqual(meanOf([1, -3000], [3, -3000]), scaled(2, -3000))
    assert.deepEqual(meanOf([1, 5000], [1, -5000]), scaled(0.5, 5000))
    assert.deepEqual(meanOf([1, -5000], [1, 5000]), scaled(0.5, 5000))
  })

  it('NaN and the infinities go in as in any sum', () => {
    assert.ok(Number.isNaN(toNumber(meanOf([1], [NaN]))))
    assert.equal(toNumber(meanOf([Infinity], [1, 4000])), Infinity)
    assert.equal(toNumber(meanOf([1, 4000], [-Infinity])), -Infinity)
    assert.ok(Number.isNaN(toNumber(meanOf([Infinity], [-Infinity]))))
  })

  it('does not apply where nothing was added, also after reset', () => {
    const means = new ScaledMeans(2)
    means.add(0, 1)
    assert.deepEqual(means.mean(1), absent)
    means.reset()
    assert.deepEqual(means.mean(0), absent)
  })
})
