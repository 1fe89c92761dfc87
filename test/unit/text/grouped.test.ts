import assert from 'node:assert/strict'
import { grouped } from '../../../src/text'

describe('a whole number in a sentence', () => {
  it('has its thousands set apart', () => {
    for (const [value, text] of [
      [0, '0'],
      [12, '12'],
      [999, '999'],
      [1000, '1,000'],
      [-1234567, '-1,234,567'],
      [100_000_000, '100,000,000']
    ] as const)
      assert.equal(grouped(value), text)
  })

  it('is left as it is where it is none', () => {
    assert.deepEqual([0.5, 1e21, Infinity, NaN].map(grouped), ['0.5', '1e+21', 'Infinity', 'NaN'])
  })
})
