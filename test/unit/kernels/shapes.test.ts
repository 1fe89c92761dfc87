import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { linkOf, LOSS_NAMES, OPTIMIZER_NAMES, OUTPUT_ACTIVATION_NAMES } from '../../../src/catalogue'
import type { ActivationSpec, LayerSpec, OptimizerOf, OptimizerSpec } from '../../../src/engine'
import { outputShape } from '../engine/referenceCase'
import { SGD, layer, randomSamples, taskWith } from '../engine/taskWith'
import { compare } from './compare'

const net = (units: readonly number[], activation: ActivationSpec['name'], outputs: number): LayerSpec[] => [
  ...units.map(n => layer(n, activation)),
  layer(outputs, 'linear')
]

const PLAIN = SGD as OptimizerOf<'sgd'>
const rest = { weight_decay: 0, clipnorm: null, clipvalue: null }
const OPTIMIZERS: Record<string, OptimizerSpec> = {
  'weight decay': { ...PLAIN, weight_decay: 0.1 },
  momentum: { ...PLAIN, momentum: 0.9 },
  nesterov: { ...PLAIN, momentum: 0.9, nesterov: true, weight_decay: 0.01 },
  clipnorm: { ...PLAIN, clipnorm: 0.05 },
  clipvalue: { ...PLAIN, clipvalue: 0.003 },
  both: { ...PLAIN, momentum: 0.5, clipnorm: 0.5, clipvalue: 0.01 },
  rmsprop: { ...rest, name: 'rmsprop', learning_rate: 0.001, rho: 0.9, epsilon: 1e-3, momentum: 0 },
  'rmsprop with momentum': { ...rest, name: 'rmsprop', learning_rate: 0.001, rho: 0.9, epsilon: 1e-3, momentum: 0.5 },
  adagrad: { ...rest, name: 'adagrad', learning_rate: 0.01, epsilon: 1e-3 },
  adam: { ...rest, name: 'adam', learning_rate: 0.01, beta_1: 0.8, beta_2: 0.95, epsilon: 1e-3 },
  adamw: { ...rest, name: 'adamw', learning_rate: 0.01, beta_1: 0.9, beta_2: 0.99, epsilon: 1e-3, weight_decay: 0.1 },
  lion: { ...rest, name: 'lion', learning_rate: 0.001, beta_1: 0.9, beta_2: 0.99, weight_decay: 0.1 }
}

describe('float32 and float64 agree', () => {
  for (const batchSize of [1, 3, 4, 7, 8, 31, 32, 33, 45, 64, 70, 100]) {
    it(`for mini-batches of ${batchSize}`, () => {
      compare(taskWith({ batchSize, train: randomSamples(112, 2, 2), layers: net([9, 12], 'tanh', 2) }))
    })
  }

  for (const units of [1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 17, 33, 64]) {
    it(`for layers of ${units} units`, () => {
      compare(taskWith({ layers: net([units, units + 1, units], 'softplus', 3), train: randomSamples(50, 2, 3) }))
    })
  }

  for (const inputs of [1, 3, 8, 13, 64, 300]) {
    it(`for ${inputs} inputs`, () => {
      compare(taskWith({ inputs, layers: net([6], 'tanh', 2), train: randomSamples(40, inputs, 2) }))
    })
  }

  it('without hidden layers', () => {
    compare(taskWith({ layers: net([], 'tanh', 5), train: randomSamples(40, 2, 5) }))
  })

  for (const outputs of [1, 2, 5, 10]) {
    it(`for mse with ${outputs} outputs`, () => {
      const { count, inputs } = randomSamples(40, 2, 2)
      const targets = randomSamples(40, outputs, 2, 5).inputs
      compare(taskWith({ loss: 'mse', layers: net([7], 'silu', outputs), train: { count, inputs, targets } }))
    })
    it(`for binary cross-entropy with ${outputs} outputs`, () => {
      const { count, inputs } = randomSamples(40, 2, 2)
      const targets = randomSamples(40 * outputs, 1, 2, 5).targets
      const layers = net([7], 'gelu', outputs)
      compare(taskWith({ loss: 'binary_crossentropy', layers, train: { count, inputs, targets } }))
    })
  }

  for (const [name, optimizer] of Object.entries(OPTIMIZERS)) {
    it(`for ${name}`, () =>
      compare(taskWith({ optimizer, layers: net([9, 6], 'tanh', 3), train: randomSamples(48, 2, 3) })))
    it(`for ${name} with penalties`, () => {
      const more = { l1: 0.002, l2: 0.01, layers: net([9, 6], 'elu', 3), train: randomSamples(48, 2, 3) }
      compare(taskWith({ optimizer, ...more }))
    })
  }

  for (const loss of LOSS_NAMES)
    it(`for the loss ${loss}`, () => {
      const { count, inputs, targets } = randomSamples(40, 2, 2)
      const numbers = { count, inputs, targets: randomSamples(count, 3, 2, 5).inputs }
      const train = linkOf(loss) === 'softmax' ? { count, inputs, targets } : numbers
      compare(taskWith({ loss, layers: net([7], 'tanh', 3), train }))
    })

  for (const output of OUTPUT_ACTIVATION_NAMES)
    for (const loss of LOSS_NAMES)
      it(`for ${output} before ${loss}`, () => {
        for (const outputs of [1, 3, 9]) {
          const { count, inputs, targets } = randomSamples(45, 2, outputs)
          const numbers = randomSamples(count * outputs, 1, 2, 5).targets
          const train = { count, inputs, targets: linkOf(loss) === 'softmax' ? targets : numbers }
          const layers = [layer(7, 'tanh'), { ...layer(outputs, 'linear'), ...outputShape(output) }]
          compare(taskWith({ loss, layers, train, batchSize: 40, indicators: outputs > 1 }))
        }
      })

  it('for no optimizer less than there are', () => {
    const compared = new Set<string>(Object.values(OPTIMIZERS).map(({ name }) => name))
    const missing = OPTIMIZER_NAMES.filter(name => !compared.has(name))
    assert.deepEqual(missing, [])
  })
})
