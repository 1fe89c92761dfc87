import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  createRandom,
  layoutOf,
  type LayerSpec,
  type OptimizerOf,
  type OptimizerSpec,
  type TrainingTask
} from '../../../src/engine'
import { initialize } from '../engine/initialize'
import { createFloat32Backend } from '../../../src/engine/wasm/float32Backend'
import { SGD, layer, randomSamples, taskWith } from '../engine/taskWith'
import { digestAfter } from './digest'

const ADAM: OptimizerSpec = {
  name: 'adam',
  learning_rate: 0.01,
  beta_1: 0.9,
  beta_2: 0.999,
  epsilon: 1e-8,
  weight_decay: 0,
  clipnorm: 1,
  clipvalue: null
}

const LION: OptimizerSpec = {
  name: 'lion',
  learning_rate: 0.001,
  beta_1: 0.9,
  beta_2: 0.99,
  weight_decay: 0.1,
  clipnorm: null,
  clipvalue: null
}

/** Every activation, an awkward shape, several chunks of samples. */
const EVERYTHING = taskWith({
  inputs: 3,
  train: randomSamples(70, 3, 4),
  batchSize: 70,
  layers: [
    ...(['sigmoid', 'tanh', 'relu', 'leaky_relu', 'elu', 'selu', 'gelu', 'silu', 'softplus', 'softsign'] as const).map(
      (name, i) => layer(5 + i, name)
    ),
    layer(4, 'linear')
  ]
})

/** The same with what stands around φ, and pairs of layers of equal width. */
const around = (more: Partial<LayerSpec>): TrainingTask => ({
  ...EVERYTHING,
  layers: EVERYTHING.layers.flatMap((spec, i) =>
    i < 10
      ? [
          { ...spec, ...more },
          { ...spec, ...more }
        ]
      : [spec]
  )
})

/** The first digits of SHA-256 over all bits after eight steps; the same on every machine and in every version of V8. */
const EXPECTED: Record<string, { task: TrainingTask; digest: string }> = {
  sgd: { task: EVERYTHING, digest: '533c111c6da55c0a' },
  'momentum and penalties': {
    task: { ...EVERYTHING, optimizer: { ...(SGD as OptimizerOf<'sgd'>), momentum: 0.9 }, l1: 1e-3, l2: 1e-3 },
    digest: '15216142b0f81c6d'
  },
  'adam with clipped norm': { task: { ...EVERYTHING, optimizer: ADAM }, digest: '9c0797f385a7a731' },
  'a vanishing net': {
    task: { ...EVERYTHING, layers: [...Array(200).fill(layer(6, 'sigmoid')), layer(4, 'linear')] },
    digest: '5c32475d1f5089bb'
  },
  mish: {
    task: { ...EVERYTHING, layers: [...[9, 6, 7].map(units => layer(units, 'mish')), layer(4, 'linear')] },
    digest: '74e5c974e46b48c6'
  },
  'lion with layer normalization': {
    task: { ...around({ normalization: 'layer' }), optimizer: LION },
    digest: 'cb8e48b7934c7b9a'
  },
  'batch normalization': { task: around({ normalization: 'batch' }), digest: '2c409e4ce2a36807' },
  'layer normalization with residual': {
    task: { ...around({ normalization: 'layer', residual: true }), optimizer: ADAM },
    digest: '9fc81daee5bcebbd'
  },
  'batch normalization with residual, momentum and penalties': {
    task: {
      ...around({ normalization: 'batch', residual: true }),
      optimizer: { ...(SGD as OptimizerOf<'sgd'>), momentum: 0.9 },
      l1: 1e-3,
      l2: 1e-3
    },
    digest: '66056d17b5ec856a'
  }
}

function digestOf(task: TrainingTask): string {
  const layout = layoutOf(task.inputs, task.layers)
  const backend = createFloat32Backend(task, layout)
  backend.setParameters(initialize(task.layers, layout, createRandom(1).stream('weights')))
  return digestAfter(backend, task, 8).slice(0, 16)
}

describe('the kernels’ bits', () => {
  for (const [name, { task, digest }] of Object.entries(EXPECTED)) {
    it(`are those that were written down, for ${name}`, () => assert.equal(digestOf(task), digest))
  }
})
