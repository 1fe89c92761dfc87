import { describe, it } from 'mocha'
import type { ActivationSpec, LayerSpec, OptimizerOf, OptimizerSpec } from '../../../src/engine'
import { SGD, layer, randomSamples, taskWith } from '../engine/taskWith'
import { compare } from './compare'

const AROUND: Record<string, Partial<LayerSpec>> = {
  batch: { normalization: 'batch' },
  layer: { normalization: 'layer' },
  residual: { residual: true },
  'batch with residual': { normalization: 'batch', residual: true },
  'layer with residual': { normalization: 'layer', residual: true }
}

const net = (units: readonly number[], activation: ActivationSpec['name'], around: Partial<LayerSpec>): LayerSpec[] => [
  ...units.map(n => layer(n, activation, around)),
  layer(3, 'linear')
]

const PLAIN = SGD as OptimizerOf<'sgd'>
const rest = { weight_decay: 0, clipnorm: null, clipvalue: null }
const OPTIMIZERS: Record<string, OptimizerSpec> = {
  'momentum and weight decay': { ...PLAIN, momentum: 0.9, weight_decay: 0.1 },
  'clipnorm and clipvalue': { ...PLAIN, clipnorm: 0.5, clipvalue: 0.02 },
  'rmsprop with momentum': { ...rest, name: 'rmsprop', learning_rate: 0.001, rho: 0.9, epsilon: 1e-3, momentum: 0.5 },
  adagrad: { ...rest, name: 'adagrad', learning_rate: 0.01, epsilon: 1e-2 },
  adam: { ...rest, name: 'adam', learning_rate: 0.001, beta_1: 0.8, beta_2: 0.95, epsilon: 1e-2 }
}

const ACTIVATIONS = ['sigmoid', 'relu', 'leaky_relu', 'elu', 'gelu', 'silu', 'softsign', 'linear'] as const

for (const [name, around] of Object.entries(AROUND))
  describe(`float32 and float64 agree with ${name}`, () => {
    for (const batchSize of [5, 8, 31, 32, 36, 45, 64, 70, 100]) {
      it(`for mini-batches of ${batchSize}`, () => {
        compare(taskWith({ batchSize, train: randomSamples(112, 2, 3), layers: net([9, 9, 12], 'tanh', around) }))
      })
    }

    for (const units of [4, 5, 7, 8, 9, 12, 15, 17, 33, 64]) {
      it(`for layers of ${units} units`, () => {
        const layers = net([units, units, units + 1, units], 'softplus', around)
        compare(taskWith({ layers, batchSize: 40, train: randomSamples(50, 2, 3) }))
      })
    }

    for (const activation of ACTIVATIONS) {
      it(`for ${activation}`, () => {
        const layers = net([8, 8, 8], activation, around)
        compare(taskWith({ inputs: 8, layers, batchSize: 40, train: randomSamples(50, 8, 3) }))
      })
    }

    for (const [rule, optimizer] of Object.entries(OPTIMIZERS)) {
      for (const penalty of [0, 0.01]) {
        it(`for ${rule}${penalty > 0 ? ' with penalties' : ''}`, () => {
          const layers = net([9, 9], 'tanh', around)
          compare(taskWith({ optimizer, l1: penalty, l2: penalty, layers, train: randomSamples(48, 2, 3) }))
        })
      }
    }
  })
