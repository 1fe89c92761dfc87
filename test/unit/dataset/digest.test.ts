import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { digestOf } from '../../../src/dataset/digest'

const samples = (inputs: number[], targets: number[]) => ({
  count: targets.length,
  inputs: Float64Array.from(inputs),
  targets: Float64Array.from(targets)
})

describe('digestOf(parts)', () => {
  const digest = digestOf([samples([1, 2], [0]), null])

  it('is 16 hexadecimal digits', () => assert.match(digest, /^[0-9a-f]{16}$/))

  it('changes with any bit of inputs and targets, the sign of 0, the split and the shape', () => {
    const others = [
      digestOf([samples([1, 2 + 2 ** -51], [0]), null]),
      digestOf([samples([1, 2], [-0]), null]),
      digestOf([samples([2, 1], [0]), null]),
      digestOf([samples([1], [2, 0]), null]),
      digestOf([samples([1, 2], [0]), samples([], [])]),
      digestOf([null, samples([1, 2], [0])])
    ]
    assert.equal(new Set([digest, ...others]).size, others.length + 1)
  })

  it('reads numbers that stand in the middle of a larger array', () => {
    const whole = Float64Array.of(9, 1, 2, 9)
    assert.equal(digestOf([{ ...samples([], [0]), inputs: whole.subarray(1, 3) }, null]), digest)
  })
})
