import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { reorderRows } from '../../../src/dataset/reorder'
import { createRandom } from '../../../src/arithmetic'

describe('reorderRows(values, width, order)', () => {
  it('puts the row order[i] into place i, for every cycle', () => {
    const random = createRandom(1)
    for (const count of [1, 2, 3, 7, 100, 1001])
      for (const width of [1, 2, 5]) {
        const order = Int32Array.from({ length: count }, (_, i) => i)
        random.shuffle(order)
        const values = Float64Array.from({ length: count * width }, (_, i) => i)
        reorderRows(values, width, order)
        const due = [...order].flatMap(row => Array.from({ length: width }, (_, i) => row * width + i))
        assert.deepEqual([...values], due)
      }
  })
})
