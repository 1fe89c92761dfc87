import assert from 'node:assert/strict'
import { cellFacts, valueAt, type Fact } from '../../../renderers/run/words/facts'
import { CURVE_NAMES, QUANTITY_NAMES, scaled } from '../../../src/record'
import { some } from '../some'
import { folded, healthy, recordOf, regression, tenTo, vanishing } from './records'

describe('cellFacts(shown, column, layer)', () => {
  const labelsOf = (facts: readonly Fact[]) => facts.map(({ label }) => label)

  it('has the six numbers that matter, and all others for those who ask', () => {
    const { title, facts, more } = cellFacts(folded(healthy()), 12, 1)!
    assert.equal(title, 'hidden 2 (64 → 32, relu), epoch 12')
    assert.deepEqual(labelsOf(facts), ['delta', '∂W', 'update ratio', 'dead units', 'z', 'loss'])
    assert.deepEqual(labelsOf(more), [
      ...['weight gradient (RMS)', 'weight gradient (mean size)', 'weight gradient (largest)', 'bias gradient (L2)'],
      ...['weight norm', 'saturated units', 'activation', 'z, median', 'zero in float32', 'infinite in float32'],
      ...['test loss', 'training accuracy', 'test accuracy']
    ])
    assert.match(more.at(-1)!.value, / %$/)
  })

  it('has saturated units where units cannot die', () =>
    assert.equal(cellFacts(folded(vanishing()), 12, 1)!.facts[3]!.label, 'saturated units'))

  it('explains every symbol of its labels', () => {
    const { facts, more } = cellFacts(folded(healthy()), 12, 1)!
    for (const { label, hint } of [...facts, ...more]) assert.ok(hint.length > 20, label)
    assert.match(facts[0]!.hint, /batch size B/)
    assert.match(facts[1]!.hint, /weights W/)
    assert.match(facts[4]!.hint, /weighted sum.*1 % and 99 % quantiles/)
  })

  it('has as many rows for every cell, so that nothing jumps', () => {
    const counts = (layer: number, pending = false) => {
      const { facts, more } = cellFacts(folded(healthy()), 12, layer, pending)!
      return [facts.length, more.length]
    }
    assert.deepEqual(counts(0), counts(5))
    assert.deepEqual(counts(0, true), counts(0))
  })

  it('writes numbers that float64 cannot hold, NaN, zero and what does not apply', () => {
    const record = recordOf({
      hidden: [2, 2, 2],
      activation: 'tanh',
      epochs: 1,
      columns: 1,
      quantities: { delta_rms: (_, layer) => [tenTo(-400), scaled(NaN), scaled(0), tenTo(500)][layer]! }
    })
    const texts = [0, 1, 2, 3].map(layer => cellFacts(folded(record), 0, layer)!.facts[0]!.value)
    assert.deepEqual(texts, ['1e-400', 'NaN', '0', '1e500'])
    const { title, facts } = cellFacts(folded(record), 0, 0)!
    assert.deepEqual([facts[2]!.label, facts[2]!.value], ['update ratio', '–'])
    assert.equal(facts[4]!.value, '–')
    assert.match(title, /init \(before any update\)$/)
  })

  it('writes the range of z with the minus of the axes', () => {
    const quantities = { z_q01: () => scaled(-1.1), z_q99: () => scaled(1.2) }
    const record = recordOf({ hidden: [2, 2], activation: 'tanh', epochs: 1, quantities })
    assert.equal(cellFacts(folded(record), 0, 0)!.facts[4]!.value, '−1.1 … 1.2')
  })

  it('writes no number with more than four significant digits', () => {
    const long = (_: number, layer: number) => scaled(-1.2345678901234567e-16 * 1e9 ** layer)
    const quantities = Object.fromEntries(QUANTITY_NAMES.map(name => [name, long]))
    const curves = Object.fromEntries(CURVE_NAMES.map(name => [name, () => scaled(12345.678901234567)]))
    const record = recordOf({ hidden: [2, 2, 2], activation: 'tanh', epochs: 1, quantities, curves })
    for (const layer of [0, 1, 2, 3]) {
      const { facts, more } = cellFacts(folded(record), 0, layer)!
      for (const { label, value } of [...facts, ...more])
        for (const number of some(value.match(/[\d.]+(?=e|\b)/g) ?? []))
          assert.ok(number.replace('.', '').replace(/^0+|0+$/g, '').length <= 4, `${label}: ${value}`)
    }
  })

  it('divides by the root of the number of weights for an RMS', () => {
    const record = recordOf({
      hidden: [8],
      activation: 'tanh',
      epochs: 1,
      quantities: { weight_gradient_l2: () => tenTo(-400) }
    })
    assert.equal(valueAt(record, 'weight_gradient_rms', 0, 0), '2.5e-401')
  })

  it('leaves out the accuracy of a regression', () =>
    assert.deepEqual(labelsOf(cellFacts(folded(regression()), 3, 0)!.more).slice(-2), [
      'infinite in float32',
      'test loss'
    ]))

  it('has nothing to say about epochs to come or layers that are not', () => {
    assert.equal(cellFacts(folded(healthy(50, 5)), 5, 0), null)
    assert.equal(cellFacts(folded(healthy()), 0, 6), null)
  })
})
