import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createBackend } from '../../../src/engine'
import { BINS, type Distribution } from '../../../src/record'
import { layer, randomSamples, run, taskWith, type Run } from './taskWith'

const distributionsOf = ({ yielded }: Run): Distribution[] =>
  yielded.flatMap(event => (event.type === 'distribution' ? [event.distribution] : []))

const wanted = { distributions: true } as const

describe('distributions within layers', () => {
  it('are taken at initialisation, after the first epoch and after the last', () => {
    const epochs = distributionsOf(run(taskWith({ ...wanted, epochs: 5 }))).map(({ epoch }) => epoch)
    assert.deepEqual(epochs, [0, 1, 5])
    assert.deepEqual(distributionsOf(run(taskWith({ epochs: 5 }))), [])
  })

  it('have the largest gradient in their last bar, which is a factor of two', () => {
    const one = run(taskWith({ ...wanted, epochs: 0 }))
    const { weightGradient } = distributionsOf(one)[0]!
    const largest = one.columns[0]!.quantities.weight_gradient_max_abs
    weightGradient.to.forEach((to, l) => {
      assert.equal(to, largest.exponent[l]! + 1)
      assert.ok(weightGradient.bars[l * BINS + BINS - 1]! > 0)
    })
  })

  it('tell of weights without a gradient and of units whose gradients are equal', () => {
    const zeros = { initializer: { name: 'zeros' } } as const
    const task = taskWith({ ...wanted, layers: [layer(5, 'tanh', zeros), layer(2, 'linear', zeros)] })
    const [initial] = distributionsOf(run(task))
    assert.deepEqual(initial!.zeroGradient, [1, 1])
    assert.deepEqual(initial!.duplicateGradients, [1, 1])
    assert.ok(Number.isNaN(initial!.weightGradient.from[0]))
    const [healthy] = distributionsOf(run(taskWith(wanted)))
    assert.deepEqual(healthy!.duplicateGradients, [0, 0])
  })

  it('span the activations', () => {
    const [initial] = distributionsOf(run(taskWith({ ...wanted, layers: [layer(50, 'sigmoid'), layer(2, 'linear')] })))
    const { from, to, bars } = initial!.activation
    assert.ok(from[0]! > 0 && to[0]! < 1 && from[0]! < to[0]!)
    assert.equal(Math.max(...bars.subarray(0, BINS)), 255)
  })

  it('cost no bit of the training', () => {
    for (const precision of ['float64', 'float32'] as const) {
      const plain = run(taskWith({ precision, train: randomSamples(48, 2, 2) }), createBackend)
      const watched = run(taskWith({ precision, train: randomSamples(48, 2, 2), ...wanted }), createBackend)
      assert.deepEqual(watched.columns, plain.columns)
      assert.deepEqual(watched.result.parameters(), plain.result.parameters())
    }
  })

  it('are not taken of nets so large that a look would hold up a stop', () => {
    const task = taskWith({
      ...wanted,
      epochs: 0,
      layers: [layer(1200, 'tanh'), layer(1200, 'tanh'), layer(2, 'linear')]
    })
    assert.deepEqual(distributionsOf(run(task, createBackend)), [])
  })
})
