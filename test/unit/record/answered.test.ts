import assert from 'node:assert/strict'
import { jsonLine } from '../../../src/export'
import { verdictOf } from '../../../src/diagnosis'
import { plainText } from '../../../src/export'
import { CURVE_NAMES, absent, at, curveApplies, encodeRecord, parseRecord, scaled, toNumber } from '../../../src/record'
import { recordOf, regression } from '../renderer/records'

/** A net whose numbers are lost in epoch 2; its file says that 0 % of its answers were right then. */
const lost = recordOf({
  hidden: [4],
  activation: 'relu',
  epochs: 2,
  curves: {
    loss: epoch => scaled(epoch < 2 ? 0.5 : NaN),
    test_loss: epoch => scaled(epoch < 2 ? 0.6 : Infinity),
    accuracy: epoch => scaled(epoch < 2 ? 0.75 : 0.25),
    test_accuracy: epoch => scaled(epoch < 2 ? 0.5 : 0)
  }
})

describe('accuracy where the loss is not a number', () => {
  it('does not apply: such a net answers nothing', () => {
    const values = (name: 'accuracy' | 'test_accuracy') =>
      [0, 1, 2].map(column => toNumber(at(lost.curves[name], column, 0)))
    assert.deepEqual([values('accuracy'), values('test_accuracy')], [[0.75, 0.75, null], [0.5, 0.5, null]]) // prettier-ignore
  })

  it('does not apply in files that say otherwise, either', () => {
    const other = encodeRecord({ ...lost, curves: { ...lost.curves, test_accuracy: lost.curves.loss } })
    assert.deepEqual(at(parseRecord(other).curves.test_accuracy, 2, 0), absent)
    assert.equal(toNumber(at(parseRecord(other).curves.test_accuracy, 1, 0)), 0.5)
  })

  it('is "–" in the verdict and in the text, and null in JSON', () => {
    assert.equal(verdictOf(lost).course, 'Loss 0.5 → NaN, test accuracy 50 % → –.')
    const text = plainText(lost, { quantity: 'delta_rms', color: 'none', width: 100 }).join('\n')
    assert.match(text, /test accuracy \S+( %)? → –/)
    assert.deepEqual((JSON.parse(jsonLine(lost)) as Record<string, unknown>)['test_accuracy'], [0.5, 0.5, null])
  })

  it('still tells a curve that is missing from one that never applies', () => {
    const applying = (record: typeof lost) => CURVE_NAMES.filter(name => curveApplies(record, name))
    assert.deepEqual(applying(lost), CURVE_NAMES)
    assert.deepEqual(applying(regression()), ['loss', 'test_loss'])
    assert.deepEqual(applying({ ...lost, data: { ...lost.data, testSamples: 0 } }), ['loss', 'accuracy'])
  })
})
