import assert from 'node:assert/strict'
import {
  columnOf,
  compareHeat,
  differenceReach,
  heatDifference,
  heatRatios,
  isComparable,
  type CompareHeat
} from '../../../renderers/run/numbers/sweep/compareHeat'
import { sampleComparison } from './comparisons'

const heats = () => sampleComparison().items.map(item => compareHeat(item, layer => `layer ${layer}`))

describe('the heatmaps of a comparison', () => {
  it('are of hidden layers, of a sweep those of its best group, and of nothing for a reference to nothing', () => {
    assert.deepEqual(heats().map(heat => heat && [heat.layers, heat.columns]), [[8, 41], [8, 41], [3, 41], [2, 31], null]) // prettier-ignore
  })

  it('compare each layer with the last', () => {
    const { layers, columns, logs } = heatRatios(heats()[1]!)
    for (let column = 0; column < columns; column++) assert.equal(logs[column * layers + layers - 1], 0)
    assert.ok(Math.abs(logs[0]! - 7 * Math.log10(0.85)) < 0.1)
  })

  it('have a difference where layers and epochs are alike', () => {
    const [small, xavier, flat, rates] = heats() as CompareHeat[]
    assert.deepEqual([xavier, flat, rates].map(other => isComparable(small!, other!)), [true, false, false]) // prettier-ignore
    const difference = heatDifference(small!, xavier!)
    assert.ok(Math.abs(difference.logs[0]! - 8 * Math.log10(0.85 / 0.3)) < 0.1)
    const { low, high } = differenceReach([difference])
    assert.deepEqual([low, high], [4, 4])
  })

  it('have a difference of 0 where both are zero, and mark what cannot be divided', () => {
    const heat = (sizes: number[]): CompareHeat => ({ reference: 'x', names: ['hidden 1'], layers: 1, columns: sizes.length, epochs: sizes.map((_, i) => i), sizes: Float64Array.from(sizes) }) // prettier-ignore
    const a = heat([-Infinity, -Infinity, -2, Infinity, NaN])
    const b = heat([-Infinity, -3, -Infinity, -2, -2])
    assert.deepEqual([...heatDifference(a, b).logs], [0, Infinity, -Infinity, Infinity, NaN])
  })

  it('show an epoch in the column that ends with it or after it', () => {
    assert.deepEqual([0, 1, 4, 5, 99].map(epoch => columnOf({ epochs: [0, 4, 8] }, epoch)), [0, 1, 1, 2, 2]) // prettier-ignore
  })
})
