import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { peerFindings, type PeerName } from '../../../src/diagnosis'
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

  it('of AUTOTRAINER are blind to a regression that stays finite', () => {
    assert.deepEqual(rules('autotrainer', { ...VANISHING, dataset: 'sine' }), [])
  })
})
