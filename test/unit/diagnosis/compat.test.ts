import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { peerFindings, type PeerName } from '../../../src/diagnosis'
import { emptyTable, type RunRecord, type Table } from '../../../src/record'
import type { Cell } from '../../corpus/corpusCase'
import { runCell } from '../../corpus/runExperiment'

const rules = (peer: PeerName, cell: Cell): string[] => peerFindings(peer, runCell(cell)).map(({ rule }) => rule)

const VANISHING: Cell = {
  dataset: 'spiral',
  hidden_layers: { depth: 14, units: 16 },
  activation: 'sigmoid',
  epochs: 20
}
const DEAD: Cell = {
  dataset: 'xor',
  hidden_layers: [16, 16],
  activation: 'relu',
  bias_initializer: { name: 'constant', value: -9 },
  epochs: 20
}
/** A table of these rows. */
function tableOf(rows: readonly (readonly number[])[]): Table {
  const table = emptyTable(rows.length, rows[0]!.length)
  rows.flat().forEach((value, i) => {
    table.mantissa[i] = value
    table.exponent[i] = 0
  })
  return table
}

const DIVERGING: Cell = { dataset: 'plane', optimizer: { name: 'sgd', learning_rate: 50 }, epochs: 5 }

describe('the published rules of peers', () => {
  it('of SageMaker Debugger: VanishingGradient is a mean |gradient| under 1e-7, with the layer', () => {
    const found = peerFindings('sagemaker', runCell(VANISHING)).find(({ rule }) => rule === 'VanishingGradient')!
    assert.equal(found.layers[0], 0)
    assert.ok(found.value < 1e-7)
    assert.equal(found.threshold, 1e-7)
  })

  it('of SageMaker Debugger: DeadRelu, ExplodingTensor, LossNotDecreasing and WeightUpdateRatio', () => {
    assert.ok(rules('sagemaker', DEAD).includes('DeadRelu'))
    assert.ok(rules('sagemaker', DEAD).includes('LossNotDecreasing'))
    assert.ok(rules('sagemaker', DIVERGING).includes('ExplodingTensor'))
    const huge = { dataset: 'xor', hidden_layers: [8], optimizer: { name: 'adam', learning_rate: 1e4 }, epochs: 3 }
    assert.ok(rules('sagemaker', huge).includes('WeightUpdateRatio'))
  })

  it('of SageMaker Debugger: SaturatedActivation and PoorWeightInitialization', () => {
    const large = { name: 'random_normal', stddev: 60 }
    const saturated = { dataset: 'moons', hidden_layers: [32], activation: 'sigmoid', epochs: 2 }
    const shifted = { ...saturated, bias_initializer: { name: 'constant', value: 40 } }
    assert.ok(rules('sagemaker', shifted).includes('SaturatedActivation'))
    assert.ok(rules('sagemaker', { ...saturated, initializer: large }).includes('PoorWeightInitialization'))
  })

  it('of AUTOTRAINER: one issue, at most', () => {
    assert.deepEqual(rules('autotrainer', VANISHING), ['vanish'])
    assert.deepEqual(rules('autotrainer', DEAD), ['relu'])
    assert.deepEqual(rules('autotrainer', DIVERGING), ['explode'])
    assert.deepEqual(rules('autotrainer', { dataset: 'moons', epochs: 60 }), [])
  })

  describe('of AUTOTRAINER, on records whose numbers are given', () => {
    const cell: Cell = { dataset: 'moons', hidden_layers: [4, 4], epochs: 10, batch_size: 256 }
    const plain = runCell(cell)
    const good = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9]
    const poor = [0.5, 0.5, 0.52, 0.54, 0.56, 0.58, 0.6, 0.61, 0.62, 0.63, 0.64]
    /** The record with these accuracies, losses, and gradients of hidden 1 and the output, from column 0. */
    const record = (
      accuracy: number[],
      gradients: Readonly<Record<number, readonly [number, number]>>,
      loss = 0.5
    ) => ({
      ...plain,
      distributions: [],
      curves: {
        ...plain.curves,
        ...Object.fromEntries(['accuracy', 'test_accuracy'].map(name => [name, tableOf(accuracy.map(each => [each]))])),
        ...Object.fromEntries(
          ['loss', 'test_loss'].map(name => [name, tableOf(accuracy.map((_, i) => [i === 1 ? loss : 0.5]))])
        )
      },
      quantities: {
        ...plain.quantities,
        weight_gradient_l2: tableOf(
          accuracy.map((_, column) => {
            const [first, last] = gradients[column] ?? [1, 1]
            return [first, 1, last]
          })
        )
      }
    })
    const found = (...given: Parameters<typeof record>) =>
      peerFindings('autotrainer', record(...given) as RunRecord).map(({ rule, epoch }) => `${rule} ${epoch}`)

    it('the boundaries are those of its monitor: over 70, under 1e-3 with a norm under 1e-4, a loss of 1e5', () => {
      assert.deepEqual(found(poor, {}), [])
      assert.deepEqual(found(poor, { 4: [70, 1] }), [])
      assert.deepEqual(found(poor, { 4: [70.01, 1] }), ['explode 4'])
      assert.deepEqual(found(poor, { 4: [0.99e-4, 0.5] }), ['vanish 4'])
      assert.deepEqual(found(poor, { 4: [1.01e-4, 0.5] }), [])
      assert.deepEqual(found(poor, { 4: [0.9e-4, 0.089] }), [])
      assert.deepEqual(found(good, {}, 99_999), [])
      assert.deepEqual(found(good, {}, 100_000), ['explode 1'])
    })

    it('what one look found counts for all later ones, and explosion comes before vanishing', () => {
      assert.deepEqual(found(poor, { 1: [1e-5, 1], 2: [100, 1] }), ['explode 2'])
      assert.deepEqual(found(good, { 9: [100, 1] }), [])
      const late = [0.5, 0.6, 0.61, 0.62, 0.63, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9]
      assert.deepEqual(found(late, { 9: [100, 1] }), ['explode 9'])
    })
  })

  it('of AUTOTRAINER are blind to a regression that stays finite', () => {
    assert.deepEqual(rules('autotrainer', { ...VANISHING, dataset: 'sine' }), [])
  })
})
