import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { split } from '../../../src/dataset/split'
import { createRandom, type Samples } from '../../../src/engine'

const COUNT = 97

/** Rows whose two inputs and target say which row of the file they are. */
const rows = () => ({
  count: COUNT,
  width: 2,
  inputs: Float64Array.from({ length: 2 * COUNT }, (_, i) => Math.floor(i / 2)),
  targets: Float64Array.from({ length: COUNT }, (_, i) => i),
  classNames: []
})
const parts = (fraction: number, shuffled: boolean, seed = 0) => split(rows(), fraction, createRandom(seed), shuffled)
const fileRows = ({ targets }: Samples): number[] => [...targets]
const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b)

describe('split(rows, fraction, random, shuffled)', () => {
  it('keeps inputs and targets of a row together', () => {
    for (const shuffled of [true, false]) {
      const { train, test } = parts(0.3, shuffled)
      for (const part of [train, test!])
        part.targets.forEach((row, i) => assert.deepEqual([...part.inputs.subarray(2 * i, 2 * i + 2)], [row, row]))
    }
  })

  it('without shuffling leaves the file as it is', () => {
    const { train, test } = parts(0, false)
    assert.equal(test, null)
    assert.deepEqual(train.inputs, rows().inputs)
    assert.deepEqual(train.targets, rows().targets)
  })

  it('without shuffling takes the same rows for testing and keeps the order of the file in both parts', () => {
    for (const seed of [0, 1, 2]) {
      const [mixed, plain] = [parts(0.3, true, seed), parts(0.3, false, seed)]
      for (const part of ['train', 'test'] as const) {
        assert.deepEqual(fileRows(plain[part]!), ascending(fileRows(mixed[part]!)))
        assert.notDeepEqual(fileRows(plain[part]!), fileRows(mixed[part]!))
      }
    }
  })

  it('needs no second copy of the rows', () => {
    const whole = rows()
    const { train, test } = split(whole, 0.3, createRandom(0), true)
    assert.equal(train.inputs.buffer, whole.inputs.buffer)
    assert.equal(test!.inputs.buffer, whole.inputs.buffer)
  })
})
