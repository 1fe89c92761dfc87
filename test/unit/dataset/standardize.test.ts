import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { standardize } from '../../../src/dataset/standardize'
import type { Samples } from '../../../src/engine'

const samples = (values: readonly number[], width = 1): Samples => ({
  count: values.length / width,
  inputs: Float64Array.from(values),
  targets: new Float64Array(values.length / width)
})

/** What a column becomes: its training rows, and its test rows. */
function scaled(train: readonly number[], test: readonly number[] = [1]): [number[], number[]] {
  const { train: inputs, test: tested } = standardize(samples(train), samples(test), 1)
  return [[...inputs.inputs], [...tested!.inputs]]
}

const repeated = (value: number, count: number): number[] => new Array<number>(count).fill(value)

function assertStandard(values: readonly number[], within: number): void {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length
  assert.ok(Math.abs(mean) < within && Math.abs(variance - 1) < within, `mean ${mean}, variance ${variance}`)
}

describe('standardize(train, test, width)', () => {
  it('makes a column that is the same in every training row 0, whatever its value', () => {
    for (const value of [0, 1, 0.1, 14.62, -0.3, 1e-320, 1e300, 1.7e308])
      for (const count of [1, 2, 3, 40, 10_001])
        assert.ok(
          scaled(repeated(value, count))[0].every(x => x === 0),
          `${value}, ${count} times`
        )
  })

  it('makes it 0 in the test rows, too, where they differ', () => {
    assert.deepEqual(scaled(repeated(0.1, 40), [0.1, 0.2, -7e30, 0])[1], [0, 0, 0, 0])
  })

  it('takes for the same what differs by rounding only', () => {
    assert.deepEqual(scaled([0.3, 0.1 + 0.2, 0.3, 0.3])[0], [0, 0, 0, 0])
    assert.deepEqual(scaled([1e22, 1e22 + 2 ** 21, 1e22])[0], [0, 0, 0])
  })

  it('knows a spread of a billionth', () => {
    const column = Array.from({ length: 1000 }, (_, i) => 1e6 * (1 + 1e-9 * (i % 10)))
    assertStandard(scaled(column)[0], 1e-6)
    const [train, test] = scaled([1, 1 + 2 ** -40, 1, 1 + 2 ** -40], [1 + 2 ** -39])
    assert.deepEqual(train, [-1, 1, -1, 1])
    assert.deepEqual(test, [3])
  })

  it('neither overflows nor vanishes at the ends of float64', () => {
    for (const unit of [1.7e308, 1e200, 1e-200, 1e-308]) {
      const column = Array.from({ length: 100 }, (_, i) => unit * ((i % 10) / 10 - 0.5))
      assertStandard(scaled(column)[0], 1e-10)
    }
    assert.deepEqual(scaled([-1.7e308, 1.7e308])[0], [-1, 1])
  })

  it('tells which columns are the same everywhere', () => {
    const { constant } = standardize(samples([1, 0.1, 5, 7, 2, 0.1, 5, 8], 4), null, 4)
    assert.deepEqual(constant, [1, 2])
  })
})
