import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  createFloat64Backend,
  createRandom,
  layoutOf,
  type ActivationName,
  type Backend,
  type LayerSpec,
  type LossName,
  type Random,
  type TrainingTask
} from '../../../src/engine'
import { ACTIVATION_NAMES, linkOf, LOSS_NAMES, OUTPUT_ACTIVATION_NAMES } from '../../../src/catalogue'
import { outputShape } from './referenceCase'
import { SGD, layer, randomSamples, taskWith } from './taskWith'

const STEP = 1e-5

describe('gradients agree with central differences', () => {
  for (const activation of ACTIVATION_NAMES) {
    for (const loss of LOSS_NAMES) {
      for (const penalty of [0, 0.01]) {
        it(`${activation}, ${loss}, ${penalty === 0 ? 'no penalty' : 'l1 and l2'}`, () => {
          for (const seed of [1, 2, 3]) check(randomTask(activation, loss, penalty, createRandom(seed)), seed)
        })
      }
    }
  }
})

describe('gradients through the output layer’s activation agree with central differences', () => {
  for (const output of OUTPUT_ACTIVATION_NAMES) {
    for (const loss of LOSS_NAMES) {
      it(`${output}, ${loss}`, () => {
        for (const seed of [1, 2, 3, 4]) {
          const task = randomTask('tanh', loss, 0, createRandom(seed))
          const last = { ...task.layers.at(-1)!, ...outputShape(output) }
          check({ ...task, layers: [...task.layers.slice(0, -1), last] }, seed)
        }
      })
    }
  }
})

/** What stands around φ; statistics over few numbers leave only rounding errors of a gradient, so these nets are larger. */
const AROUND: Record<string, Partial<LayerSpec>> = {
  'batch normalization': { normalization: 'batch' },
  'layer normalization': { normalization: 'layer' },
  residual: { residual: true },
  'batch normalization and residual': { normalization: 'batch', residual: true },
  'layer normalization and residual': { normalization: 'layer', residual: true }
}

describe('gradients of normalized and residual nets agree with central differences', () => {
  for (const [name, around] of Object.entries(AROUND)) {
    for (const activation of ACTIVATION_NAMES) {
      it(`${name}, ${activation}`, () => {
        for (const seed of [1, 2, 3]) check(largerTask(activation, around, createRandom(seed)), seed)
      })
    }
  }
})

/** 4 inputs, hidden layers of 4, 4, 5 and 5 units, 6 to 9 samples: two layers have the width of their input, and two have not. */
function largerTask(activation: ActivationName, around: Partial<LayerSpec>, random: Random): TrainingTask {
  const count = 6 + random.integer(4)
  return taskWith({
    inputs: 4,
    layers: [...[4, 4, 5, 5].map(units => layer(units, activation, around)), layer(3, 'linear')],
    l1: 0.01,
    l2: 0.02,
    optimizer: { ...SGD, learning_rate: 1 },
    batchSize: count,
    train: randomSamples(count, 4, 3, random.integer(1000))
  })
}

/** Widths from 1 to 6, 1 to 3 hidden layers, 1 to 7 samples. */
function randomTask(activation: ActivationName, loss: LossName, penalty: number, random: Random): TrainingTask {
  const inputs = 1 + random.integer(4)
  const outputs = loss === 'categorical_crossentropy' ? 2 + random.integer(3) : 1 + random.integer(3)
  const count = 1 + random.integer(7)
  const hidden = Array.from({ length: 1 + random.integer(3) }, () => layer(1 + random.integer(6), activation))
  const train = randomSamples(count, inputs, outputs, random.integer(1000))
  const targets = new Float64Array(count * outputs).map(() =>
    linkOf(loss) === 'linear' ? random.normal() : random.integer(2)
  )
  return taskWith({
    inputs,
    layers: [...hidden, layer(outputs, 'linear')],
    loss,
    l1: penalty,
    l2: 2 * penalty,
    optimizer: { ...SGD, learning_rate: 1 },
    batchSize: count,
    train: loss === 'categorical_crossentropy' ? train : { ...train, targets }
  })
}

/** With a learning rate of 1 the optimizer's step is the gradient. */
function check(task: TrainingTask, seed: number): void {
  const layout = layoutOf(task.inputs, task.layers)
  const backend = createFloat64Backend(task, layout)
  const random = createRandom(seed).stream('parameters')
  const parameters = new Float64Array(layout.parameters).map(() => random.normal())
  backend.setParameters(parameters)
  backend.step(everything(task), 0, task.train.count, true)
  const after = backend.parameters()
  parameters.forEach((value, i) => {
    const slope =
      (lossAt(backend, task, parameters, i, STEP) - lossAt(backend, task, parameters, i, -STEP)) / (2 * STEP)
    const gradient = value - after[i]!
    const allowed = 1e-6 * Math.max(1, Math.abs(slope))
    assert.ok(Math.abs(gradient - slope) < allowed, `parameter ${i}: ${gradient} instead of ${slope}`)
  })
}

function lossAt(backend: Backend, task: TrainingTask, parameters: Float64Array, index: number, change: number): number {
  const moved = parameters.slice()
  moved[index] = moved[index]! + change
  backend.setParameters(moved)
  backend.step(everything(task), 0, task.train.count, false)
  return backend.statistics.loss
}

const everything = ({ train }: TrainingTask): Int32Array => Int32Array.from({ length: train.count }, (_, i) => i)
