import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createBackend } from '../../../src/engine'
import type { Outcome } from '../../../src/record'
import { curve, layer, randomSamples, run, SGD, taskWith, type Run } from './taskWith'

const outcomesOf = ({ yielded }: Run): Outcome[] =>
  yielded.flatMap(event => (event.type === 'outcome' ? [event.outcome] : []))

describe('the answers of a net', () => {
  const test = randomSamples(30, 2, 3, 5)
  const task = taskWith({
    ...{ train: randomSamples(48, 2, 3), test, epochs: 3, outcomes: { samples: test, classes: 3 } },
    layers: [layer(5, 'tanh'), layer(3, 'linear')]
  })

  it('are counted by true class, and agree with the accuracy of their epoch', () => {
    const one = run(task, createBackend)
    for (const { epoch, values } of outcomesOf(one)) {
      const counted = [...values].reduce((sum, count) => sum + count, 0)
      assert.equal(counted, 30)
      const right = values[0]! + values[5]! + values[10]!
      assert.equal(right / 30, curve(one.columns[epoch]!, 'test_accuracy'))
    }
    assert.deepEqual(
      outcomesOf(one).map(({ epoch }) => epoch),
      [0, 1, 2, 3]
    )
  })

  it('of outputs that are not finite are none', () => {
    const one = run({ ...task, optimizer: { ...SGD, learning_rate: Infinity } })
    const { values } = outcomesOf(one).at(-1)!
    assert.equal(values[3]! + values[7]! + values[11]!, 30)
  })

  it('are 0 or 1 for a single probability', () => {
    const binary = randomSamples(48, 2, 2)
    const one = run(
      taskWith({
        ...{ loss: 'binary_crossentropy', train: binary, test: binary, outcomes: { samples: binary, classes: 2 } },
        layers: [layer(5, 'tanh'), layer(1, 'linear')]
      })
    )
    const { epoch, values } = outcomesOf(one).at(-1)!
    assert.equal((values[0]! + values[4]!) / 48, curve(one.columns[epoch]!, 'test_accuracy'))
  })

  it('of a regression are its outputs, whose errors make the loss', () => {
    const samples = { ...randomSamples(48, 2, 2), targets: randomSamples(48, 1, 2, 9).inputs }
    const one = run(
      taskWith({
        ...{ loss: 'mse', train: samples, test: samples, outcomes: { samples, classes: 0 } },
        layers: [layer(5, 'tanh'), layer(1, 'linear')]
      })
    )
    const { epoch, values } = outcomesOf(one).at(-1)!
    const loss = [...values].reduce((sum, value, i) => sum + (value - samples.targets[i]!) ** 2, 0) / 48
    assert.ok(Math.abs(loss - curve(one.columns[epoch]!, 'test_loss')!) < 1e-6 * loss)
  })
})
