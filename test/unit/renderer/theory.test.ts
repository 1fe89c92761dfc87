import assert from 'node:assert/strict'
import { theoryData } from '../../../renderers/run/chart/theoryLayers'
import { sceneOf } from '../../../renderers/run/chart/scene'
import { DEFAULT_LOOK, type Look } from '../../../renderers/run/numbers/look'
import { profilePoints } from '../../../renderers/run/numbers/profile'
import type { TheoryPoint } from '../../../renderers/run/numbers/theory'
import { THEMES } from '../../../renderers/run/paint/theme'
import type { RunRecord } from '../../../src/record'
import { runExperiment } from '../../corpus/runExperiment'

const drawn = (record: RunRecord, look: Partial<Look> = {}, width = 1400) => {
  const scene = sceneOf(record, THEMES.light, width, { ...DEFAULT_LOOK, ...look })
  const [[, points], [, key]] = theoryData(scene, scene.heats[0]!) as [
    [string, TheoryPoint[]],
    [string, { text: string }[]]
  ]
  const measured = profilePoints(scene.heats[0]!, scene.layout.rows, 0).filter(({ series }) => series === 'init')
  return { points, key: key.map(({ text }) => text), measured: measured.map(({ x }) => x!) }
}

describe('theory beside the profile', () => {
  const wide = runExperiment('hidden_layers: {depth: 8, units: 128}\nactivation: sigmoid\nepochs: 1')

  for (const absolute of [false, true])
    it(`is where the first mini-batch was measured, ${absolute ? 'as a size' : 'as a ratio'}`, () => {
      const { points, measured } = drawn(wide, { absolute })
      points.forEach(({ x, low, high }, layer) => {
        assert.ok(Math.abs(x! - measured[layer]!) < 0.3, `${layer}: ${x} ${measured[layer]}`)
        assert.ok(low! <= high!)
      })
      const measure = absolute ? 8 : 7
      assert.ok(
        Math.abs(points[measure]!.x! - measured[measure]!) < 1e-9,
        'it begins at the layer that others are compared with'
      )
      assert.ok(
        points[0]!.high! - points[0]!.low! > points[5]!.high! - points[5]!.low!,
        'the band widens toward the input'
      )
    })

  it('has a key that says how far the band reaches, in the words that have room', () => {
    assert.deepEqual(drawn(wide).key, ['theory, at least ± 2σ'])
    assert.deepEqual(drawn(wide, {}, 1000).key, ['theory ≥ ±2σ'])
    const relu = runExperiment('activation: relu\nepochs: 1')
    assert.deepEqual(drawn(relu).key, ['theory, ± 2σ'])
  })

  it('says so where it does not cover the net, and is silent about other quantities', () => {
    const { key, points } = drawn(runExperiment('initializer: lsuv\nepochs: 1'))
    assert.deepEqual([key, points], [['theory: not covered'], []])
    assert.deepEqual(drawn(wide, { quantity: 'update_ratio' }).points, [])
    assert.deepEqual(drawn(wide, { quantity: 'update_ratio' }).key, [])
  })

  it('does not hold up a first picture', () => {
    assert.deepEqual(drawn(wide, { brief: true }).points, [])
  })

  it('draws nothing of a net whose weights are zeros', () => {
    const { points } = drawn(runExperiment('initializer: zeros\nhidden_layers: [8, 8, 8]\nepochs: 1'))
    assert.ok(points.slice(0, -1).every(({ x }) => x === null))
  })
})
