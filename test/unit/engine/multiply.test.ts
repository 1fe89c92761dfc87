import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createRandom } from '../../../src/engine'
import { matrix, multiply, transposed } from '../../../src/engine/multiply'

describe('multiply(out, left, right, rows, inner, columns)', () => {
  it('sums every entry in ascending order, whatever the shape', () => {
    const random = createRandom(1)
    const normals = (count: number) => new Float64Array(count).map(() => random.normal())
    for (let rows = 1; rows <= 5; rows++) {
      for (let columns = 1; columns <= 9; columns++) {
        for (const inner of [1, 2, 7]) {
          const [left, right, out] = [normals(rows * inner), normals(inner * columns), normals(rows * columns)]
          multiply(matrix(out, 0, columns), matrix(left, 0, inner), matrix(right, 0, columns), rows, inner, columns)
          for (let r = 0; r < rows; r++) {
            for (let c = 0; c < columns; c++) {
              let sum = 0
              for (let k = 0; k < inner; k++) sum += left[r * inner + k]! * right[k * columns + c]!
              assert.equal(out[r * columns + c], sum)
            }
          }
        }
      }
    }
  })

  it('takes either side transposed and reads from an offset', () => {
    const values = Float64Array.of(9, 1, 2, 3, 4, 5, 6) // from 1 on: [[1 2 3] [4 5 6]]
    const out = new Float64Array(4)
    const left = matrix(values, 1, 3)
    multiply(matrix(out, 0, 2), left, transposed(left), 2, 3, 2)
    assert.deepEqual([...out], [14, 32, 32, 77])
  })
})
