import assert from 'node:assert/strict'
import { lookOf } from '../../../renderers/run/chart/choices'
import { profileAxis } from '../../../renderers/run/chart/profileAxis'
import { sceneOf } from '../../../renderers/run/chart/scene'
import { activationCurve } from '../../../renderers/run/numbers/activationCurve'
import { activationData } from '../../../renderers/run/numbers/activationData'
import { DEFAULT_LOOK, columnOf, type Look } from '../../../renderers/run/numbers/look'
import { profilePoints } from '../../../renderers/run/numbers/profile'
import { FIGURE_QUANTITIES, asFigureQuantity } from '../../../renderers/run/numbers/quantities'
import { THEMES } from '../../../renderers/run/paint/theme'
import { tableColumns } from '../../../renderers/run/view/dataTable'
import { activationTitle } from '../../../renderers/run/words/activationTitle'
import { TEXTS } from '../../../renderers/run/words/texts'
import { ACTIVATION_NAMES } from '../../../src/catalogue'
import { scaled, type RunRecord } from '../../../src/record'
import { abyss, folded, healthy, recordOf, vanishing, zeros } from './records'

const scene = (record: RunRecord, look = {}) => sceneOf(record, THEMES.light, 800, { ...DEFAULT_LOOK, ...look })
const profile = (record: RunRecord, look = {}) => {
  const made = scene(record, look)
  return profilePoints(made.heats[0]!, made.layout.rows, columnOf(made.shown, made.look))
}

const activation = (record: RunRecord, look: Partial<Look> = {}) =>
  activationData(folded(record), { ...DEFAULT_LOOK, ...look })

describe('the profile', () => {
  it('has the chosen epoch and the one before training, layer by layer', () => {
    const points = profile(vanishing(4, 10), { column: 5 })
    assert.deepEqual(
      points.map(({ series }) => series),
      [...Array(5).fill('init'), ...Array(5).fill('chosen')]
    )
    assert.equal(points[3]!.x, 0, 'the last hidden layer is what others are compared with')
    assert.ok(Math.abs(points[0]!.x! - 3 * Math.log10(0.236)) < 0.1)
  })

  it('begins where the quantity begins: update ratios at epoch 1', () => {
    const [first] = profile(vanishing(4, 10), { quantity: 'update_ratio' })
    assert.ok(Number.isFinite(first!.x))
  })

  it('has signs for what has no place on a log axis', () =>
    assert.deepEqual(
      profile(zeros())
        .map(({ sign }) => sign)
        .slice(-5),
      ['○', '○', '○', '○', '']
    ))

  it('has an axis that holds every epoch, also far outside float64', () => {
    const { heats, layout } = scene(abyss(100, 10))
    const { span, ticks, labels } = profileAxis(heats[0]!, layout)
    assert.ok(span[0] < -400 && span[1] >= 0)
    assert.ok(ticks.length >= 2 && ticks.length === labels.length)
    assert.ok(labels.includes('10⁻⁴⁰⁰'))
  })

  it('is linear where the quantity is', () => {
    const { heats, layout } = scene(healthy(), { quantity: 'dead_fraction' })
    assert.deepEqual(profileAxis(heats[0]!, layout), {
      span: [0, 1],
      ticks: [0, 0.5, 1],
      labels: ['0 %', '50 %', '100 %']
    })
  })
})

describe('the activation', () => {
  it('has a curve, and none for softmax', () => {
    for (const name of ACTIVATION_NAMES) assert.ok(activationCurve(name)!.value(1) > 0, name)
    assert.equal(activationCurve('softmax'), null)
  })

  it('shows where the layer’s z is, cut off at the axis’ ends', () => {
    const record = recordOf({
      hidden: [4],
      activation: 'sigmoid',
      epochs: 1,
      quantities: { z_q01: () => scaled(-90), z_q50: () => scaled(0.5), z_q99: () => scaled(7) }
    })
    const data = activation(record)
    assert.deepEqual([data.range, data.reach], [{ from: -64, middle: 0.5, to: 7 }, 64])
    assert.equal(activationTitle(data), 'sigmoid φ(z) of hidden 1')
    assert.equal(activationTitle(activation(record, { layer: 1 })), 'output: softmax, no curve')
  })

  it('has no range where z is normalized before φ', () => {
    const record = recordOf({
      hidden: [4],
      activation: 'tanh',
      epochs: 1,
      experiment: { normalization: 'batch' },
      quantities: { z_q01: () => scaled(-9), z_q50: () => scaled(0.5), z_q99: () => scaled(7) }
    })
    const data = activation(record)
    assert.deepEqual([data.range, activationTitle(data)], [null, 'tanh of hidden 1, z normalized'])
  })

  it('takes leaky_relu’s slope from the experiment', () => {
    const experiment = { activation: [{ name: 'leaky_relu', negative_slope: 0.3 }] }
    const record = recordOf({ hidden: [4], activation: 'leaky_relu', epochs: 1, experiment })
    assert.equal(activation(record).points[0]!.slope, 0.3)
  })
})

describe('the table', () => {
  it('has every epoch of a short run, and spread ones of a long one', () => {
    assert.deepEqual(tableColumns(3, 10), [0, 1, 2])
    const many = tableColumns(1001, 100)
    assert.ok(many.length <= 61)
    assert.deepEqual([many[0], many.at(-1)], [0, 1000])
    assert.deepEqual(tableColumns(0, 10), [])
  })
})

describe('the switch', () => {
  it('names every quantity once', () => {
    assert.equal(new Set(FIGURE_QUANTITIES.map(name => TEXTS.quantities[name].name)).size, FIGURE_QUANTITIES.length)
    assert.ok(FIGURE_QUANTITIES.includes('weight_gradient_rms'))
  })

  it('falls back where a file names what this version cannot show', () => {
    assert.equal(asFigureQuantity('toString'), null)
    assert.equal(lookOf({ quantity: 'loss_of_2031', beside: 'delta_rms' }).quantity, 'delta_rms')
    assert.equal(lookOf({ quantity: 'delta_rms', beside: 'delta_rms' }).beside, null)
  })
})
