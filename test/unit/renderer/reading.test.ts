import assert from 'node:assert/strict'
import { Reading } from '../../../renderers/run/pointing/reading'

describe('Reading', () => {
  const told = (...seen: readonly (readonly [column: number | null, layer: number, at: number])[]): number => {
    let times = 0
    const reading = new Reading(() => times++)
    for (const [column, layer, at] of seen) reading.see({ column, layer, pinned: null, visible: column !== null }, at)
    return times
  }

  it('tells once that the crosshair went on from where it had rested', () =>
    assert.equal(told([3, 1, 0], [3, 2, 500], [4, 2, 900]), 1))

  it('takes no crossing of the figure, and no single place, for reading', () => {
    assert.equal(told([3, 1, 0], [3, 2, 50], [3, 3, 100], [null, 3, 150]), 0)
    assert.equal(told([3, 1, 0], [3, 1, 5000]), 0)
    assert.equal(told([3, 1, 0], [null, 1, 100], [5, 2, 900]), 0)
  })
})
