import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createRandom } from '../../../src/engine'
import { quantiles } from '../../../src/engine/quantile'

const FRACTIONS = [0, 0.01, 0.5, 0.99, 1]

describe('quantiles(values, fractions)', () => {
  it('are those of numpy', () => {
    assert.deepEqual(quantiles(Float64Array.of(4, 1, 3, 2), [0.01, 0.5, 0.99]), [1.03, 2.5, 3.9699999999999998])
    assert.deepEqual(quantiles(Float64Array.of(7), FRACTIONS), [7, 7, 7, 7, 7])
  })

  it('agree with sorting, also with many equal values', () => {
    const random = createRandom(1)
    for (let length = 1; length < 200; length++) {
      const values = new Float64Array(length).map(() => (length % 2 === 0 ? random.integer(5) : random.normal()))
      const sorted = values.slice().sort()
      const found = quantiles(values, FRACTIONS)
      found.forEach((quantile, i) => {
        const position = (length - 1) * FRACTIONS[i]!
        const [low, high] = [sorted[Math.floor(position)]!, sorted[Math.ceil(position)]!]
        const expected = low + (high - low) * (position - Math.floor(position))
        assert.ok(Math.abs(quantile - expected) < 1e-14)
      })
    }
  })

  it('are NaN if any value is', () => {
    assert.ok(quantiles(Float64Array.of(1, NaN, 2), FRACTIONS).every(Number.isNaN))
  })

  it('know infinite values', () => {
    assert.deepEqual(quantiles(Float64Array.of(Infinity, 1, Infinity), [0, 1]), [1, Infinity])
  })
})
