import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { LossName, OutputActivationName } from '../../../src/catalogue'
import { createBackend, type TrainingTask } from '../../../src/engine'
import { outputShape } from './referenceCase'
import { curve, layer, quantity, randomSamples, run, SGD, taskWith, type Run } from './taskWith'

const PROBE = { count: 3, inputs: Float64Array.of(0, 0, 1, -2, 3, 1) }
const PRECISIONS = ['float64', 'float32'] as const

/** One layer without hidden ones: z = W x + b. */
function netWith(loss: LossName, output: OutputActivationName, parameters: number[], more: Partial<TrainingTask> = {}) {
  const layers = [{ ...layer(parameters.length / 3, 'linear'), ...outputShape(output) }]
  return taskWith({ loss, layers, epochs: 0, initialParameters: Float64Array.from(parameters), ...more })
}

const framesOf = ({ yielded }: Run) => yielded.flatMap(event => (event.type === 'frame' ? [[...event.values]] : []))
const answersOf = ({ yielded }: Run) =>
  yielded.flatMap(event => (event.type === 'outcome' ? [[...event.outcome.values]] : []))

describe('an output layer with an activation', () => {
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))
  const percentOf = (z: number) => [Math.round(255 * (1 - sigmoid(z))), Math.round(255 * sigmoid(z))]

  for (const precision of PRECISIONS) {
    it(`says what its sigmoid says, not what the loss makes of it once more, in ${precision}`, () => {
      const task = netWith('binary_crossentropy', 'sigmoid', [1, 0, 0.5], { precision, probe: PROBE })
      assert.deepEqual(framesOf(run(task, createBackend)), [[0.5, 1.5, 3.5].flatMap(percentOf)])
    })

    it(`is right where its single output is on the right side of the middle, in ${precision}`, () => {
      const inputs = Float64Array.of(-2, 0, -1, 0, 1, 0, 2, 0)
      const train = { count: 4, inputs, targets: Float64Array.of(0, 0, 1, 0) }
      for (const output of ['linear', 'sigmoid', 'tanh', 'relu'] as const) {
        const outcomes = { samples: train, classes: 2 }
        const more = { precision, train, test: train, outcomes, batchSize: 4 }
        const one = run(netWith('binary_crossentropy', output, [1, 0, 0], more), createBackend)
        const column = one.columns[0]!
        assert.deepEqual([curve(column, 'accuracy'), curve(column, 'test_accuracy')], [0.75, 0.75], output)
        assert.deepEqual(answersOf(one), [[2, 1, 0, 0, 1, 0]], output)
      }
    })

    it(`has an accuracy for classes that a loss of numbers is trained with, in ${precision}`, () => {
      const classes = [0, 1, 2, 2]
      const targets = Float64Array.from(classes.flatMap(c => [0, 1, 2].map(i => Number(i === c))))
      const train = { count: 4, inputs: Float64Array.of(1, 0, 0, 1, -1, -1, 1, 0), targets }
      const outcomes = { samples: train, classes: 3 }
      for (const loss of ['mse', 'half_mse', 'mae'] as const)
        for (const output of ['linear', 'softmax', 'sigmoid', 'tanh', 'relu'] as const) {
          const parameters = [2, 0, 0, 2, -1, -1, 0, 0, 0] // W row by row, then b
          const more = { precision, train, test: train, outcomes, indicators: true, batchSize: 4 }
          const one = run(netWith(loss, output, parameters, more), createBackend)
          const column = one.columns[0]!
          assert.deepEqual([curve(column, 'accuracy'), curve(column, 'test_accuracy')], [0.75, 0.75], output)
          assert.deepEqual(answersOf(one), [[1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0]], output)
        }
    })

    it(`is told as dead or saturated as a hidden layer is, in ${precision}`, () => {
      const train = { ...randomSamples(32, 2, 2), targets: randomSamples(32, 1, 2).inputs }
      const dead = run(netWith('mse', 'relu', [0, 0, -1], { precision, train }), createBackend)
      assert.deepEqual(quantity(dead.columns[0]!, 'dead_fraction'), [1])
      assert.deepEqual(quantity(dead.columns[0]!, 'delta_rms'), [0])
      const flat = run(netWith('mse', 'sigmoid', [0, 0, 9], { precision, train }), createBackend)
      assert.deepEqual(quantity(flat.columns[0]!, 'saturated_fraction'), [1])
    })

    it(`tells of outputs that are not finite, in ${precision}`, () => {
      for (const output of ['linear', 'softmax', 'sigmoid', 'tanh', 'relu'] as const) {
        const train = randomSamples(32, 2, 3)
        const more = { precision, train, epochs: 3, optimizer: { ...SGD, learning_rate: Infinity } }
        const one = run(netWith('categorical_crossentropy', output, [1, 0, 0, 1, 1, 1, 0, 0, 0], more), createBackend)
        assert.equal(one.events.nonfinite?.step, 1, output)
      }
    })
  }
})
