import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createBackend, layoutOf } from '../../../src/engine'
import { layer, randomSamples, taskWith } from './taskWith'

describe('a net and a batch that need more than 4 GB', () => {
  const train = randomSamples(1_000_000, 1, 2)
  const layers = [layer(10_000, 'tanh'), layer(2, 'linear')]

  for (const precision of ['float32', 'float64'] as const)
    it(`are refused before anything is allocated (${precision})`, () => {
      const task = taskWith({ inputs: 1, train, layers, precision, batchSize: 1_000_000 })
      assert.throws(
        () => createBackend(task, layoutOf(1, layers), null),
        new RegExp(
          `^RangeError: this network and batch need \\d+\\.\\d GB; ${precision} training has 4 GB at most: take a sm`
        )
      )
    })
})
