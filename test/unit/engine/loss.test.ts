import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { lossOf } from '../../../src/engine/loss'
import type { LossName } from '../../../src/engine'

const value = (name: LossName, logits: number[], targets: number[]): number =>
  lossOf(name).value(Float64Array.from(logits), 0, logits.length, Float64Array.from(targets), 0)
const right = (name: LossName, logits: number[], targets: number[]): number =>
  lossOf(name).right(Float64Array.from(logits), 0, logits.length, Float64Array.from(targets), 0)

describe('lossOf(name)', () => {
  it('mse is the mean over the outputs', () => {
    assert.equal(value('mse', [1, 2], [0, 4]), 2.5)
    assert.ok(Number.isNaN(right('mse', [1], [1])))
  })

  it('half_mse is half of mse, and mae the mean of the sizes of errors', () => {
    assert.equal(value('half_mse', [1, 2], [0, 4]), 1.25)
    assert.equal(value('mae', [1, 2], [0, 4]), 1.5)
    assert.ok(Number.isNaN(right('mae', [1], [1])))
  })

  it('binary_crossentropy works on logits and stays finite far out', () => {
    assert.ok(Math.abs(value('binary_crossentropy', [0], [1]) - Math.LN2) < 1e-15)
    assert.equal(value('binary_crossentropy', [1000], [0]), 1000)
    assert.equal(value('binary_crossentropy', [-1000], [1]), 1000)
    assert.equal(value('binary_crossentropy', [1000], [1]), 0)
    assert.equal(right('binary_crossentropy', [0.1, -0.1], [1, 1]), 0.5)
    assert.equal(right('binary_crossentropy', [NaN], [0]), 0)
  })

  it('categorical_crossentropy works on logits and stays finite far out', () => {
    assert.ok(Math.abs(value('categorical_crossentropy', [5, 5, 5], [2]) - Math.log(3)) < 1e-15)
    assert.equal(value('categorical_crossentropy', [1000, 0], [1]), 1000)
    assert.equal(value('categorical_crossentropy', [-1000, -3000], [0]), 0)
    assert.ok(Number.isNaN(value('categorical_crossentropy', [NaN, 1], [1])))
  })

  it('of equal logits the first counts as the answer; NaN is never right', () => {
    assert.equal(right('categorical_crossentropy', [1, 1], [0]), 1)
    assert.equal(right('categorical_crossentropy', [1, 1], [1]), 0)
    assert.equal(right('categorical_crossentropy', [NaN, 1], [0]), 0)
    assert.equal(right('categorical_crossentropy', [NaN, 1], [1]), 0)
  })
})
