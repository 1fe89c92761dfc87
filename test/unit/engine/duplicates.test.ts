import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { layoutOf } from '../../../src/engine'
import { duplicateUnits } from '../../../src/engine/duplicates'

/** The fraction for one layer with these rows of W. */
function fraction(rows: readonly (readonly number[])[]): number {
  const layout = layoutOf(rows[0]!.length, [{ outputs: rows.length }])
  return duplicateUnits((_, unit, input) => rows[unit]![input]!, layout)[0]!
}

describe('duplicateUnits(weight, layout)', () => {
  it("counts every unit whose row of W equals another's", () => {
    assert.equal(fraction([[1, 2], [3, 4], [1, 2], [5, 6]]), 0.5) // prettier-ignore
    assert.equal(fraction([[1, 2], [1, 2], [1, 2], [3, 4]]), 0.75) // prettier-ignore
    assert.equal(fraction([[1, 2], [3, 4], [3, 4], [1, 2]]), 1) // prettier-ignore
    assert.equal(fraction([[1, 2], [1, 3], [2, 2]]), 0) // prettier-ignore
  })

  it('a layer of one unit has no duplicates; 0 equals -0; NaN equals nothing', () => {
    assert.equal(fraction([[0, 0]]), 0)
    assert.equal(fraction([[0], [-0]]), 1)
    assert.equal(fraction([[NaN], [NaN], [1]]), 0)
    assert.equal(fraction([[NaN, 1], [2, NaN], [2, 1], [2, 1]]), 0.5) // prettier-ignore
  })
})
