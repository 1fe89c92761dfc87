import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createFloat64Backend, createRandom, train, type Backend, type BackendFactory } from '../../../src/engine'
import { at, toNumber } from '../../../src/record'
import { SGD, curve, layer, quantity, randomSamples, run, taskWith } from './taskWith'

/** A backend that is told by `meddle` what to do before each step, counted from 0. */
const meddling = (meddle: (backend: Backend, step: number) => void): BackendFactory => {
  return (...made) => {
    const backend = createFloat64Backend(...made)
    const { step } = backend
    let steps = 0
    backend.step = (...batch) => {
      meddle(backend, steps++)
      return step.apply(backend, batch)
    }
    return backend
  }
}

describe('train(task, random, createBackend)', () => {
  it('yields a column for initialisation and one for each epoch, in order, and ends as completed', () => {
    const { columns, result, events } = run(taskWith())
    assert.deepEqual(
      columns.map(column => column.epoch),
      [0, 1, 2, 3]
    )
    assert.deepEqual(result.stop, { reason: 'completed', epoch: 3 })
    assert.deepEqual(events.stop, result.stop)
    assert.equal(events.nonfinite, null)
  })

  it('is the same to the bit for the same seed, and another run for another', () => {
    const [one, other] = [run(taskWith()), run(taskWith())]
    assert.deepEqual(one.yielded, other.yielded)
    assert.deepEqual(one.result.parameters(), other.result.parameters())
    assert.notDeepEqual(run(taskWith({ seed: 2 })).result.parameters(), run(taskWith()).result.parameters())
  })

  it('column 0 is the first mini-batch of the first epoch before any update', () => {
    const task = taskWith({ epochs: 1, train: randomSamples(16, 2, 2) })
    const { columns } = run(task)
    assert.equal(curve(columns[0]!, 'loss'), curve(columns[1]!, 'loss'))
    assert.deepEqual(quantity(columns[0]!, 'delta_rms'), quantity(columns[1]!, 'delta_rms'))
    assert.deepEqual(quantity(columns[0]!, 'update_ratio'), [null, null])
    assert.ok(quantity(columns[1]!, 'update_ratio').every(ratio => ratio! > 0))
  })

  it('zero epochs give column 0 and the initial parameters', () => {
    const initialParameters = new Float64Array(27).map((_, i) => i / 10)
    const { columns, result } = run(taskWith({ epochs: 0, initialParameters }))
    assert.equal(columns.length, 1)
    assert.deepEqual(result.stop, { reason: 'completed', epoch: 0 })
    assert.deepEqual(result.parameters(), initialParameters)
  })

  it('shuffling changes the order of the samples only when it is asked for', () => {
    const [first, shuffled] = [run(taskWith({ shuffle: false })), run(taskWith({ shuffle: true }))]
    assert.notEqual(curve(first.columns[0]!, 'loss'), curve(shuffled.columns[0]!, 'loss'))
    const again = run(taskWith({ shuffle: false, seed: 1 }))
    assert.deepEqual(first.result.stop, again.result.stop)
    assert.deepEqual(first.result.parameters(), again.result.parameters())
  })

  it('every sample is seen once an epoch, the rest in a smaller mini-batch', () => {
    const batches: number[][] = []
    const watching: BackendFactory = (...made) => {
      const backend = createFloat64Backend(...made)
      const { step } = backend
      backend.step = (order, start, count, update) => {
        if (update) batches.push([...order.subarray(start, start + count)])
        return step.call(backend, order, start, count, update)
      }
      return backend
    }
    run(taskWith({ train: randomSamples(40, 2, 2), epochs: 2 }), watching)
    assert.deepEqual(
      batches.map(batch => batch.length),
      [16, 16, 8, 16, 16, 8]
    )
    const everything = Array.from({ length: 40 }, (_, i) => i)
    for (const epoch of [batches.slice(0, 3), batches.slice(3)]) {
      assert.deepEqual(
        epoch.flat().sort((a, b) => a - b),
        everything
      )
    }
    assert.notDeepEqual(batches.slice(0, 3), batches.slice(3))
  })

  it('measures the test split at every column: mean loss with the penalty, and accuracy', () => {
    const task = taskWith({ shuffle: false, batchSize: 48, l1: 0.01, l2: 0.02 })
    const { columns } = run({ ...task, test: task.train })
    assert.ok(Math.abs(curve(columns[0]!, 'test_loss')! - curve(columns[0]!, 'loss')!) < 1e-14)
    assert.equal(curve(columns[0]!, 'test_accuracy'), curve(columns[0]!, 'accuracy'))
    const [before, after] = [columns[1]!, columns[2]!] // a full batch: the test of one epoch is the training of the next
    assert.ok(Math.abs(curve(before, 'test_loss')! - curve(after, 'loss')!) < 1e-14)
    assert.equal(curve(run(task).columns[0]!, 'test_loss'), null)
  })

  it('testing leaves no trace in what is recorded of training', () => {
    const without = run(taskWith())
    const { columns, result } = run(taskWith({ test: randomSamples(100, 2, 2, 5) }))
    columns.forEach((column, epoch) => assert.deepEqual(column.quantities, without.columns[epoch]!.quantities))
    assert.deepEqual(result.stop, without.result.stop)
    assert.deepEqual(result.parameters(), without.result.parameters())
  })

  it('a regression has no accuracy', () => {
    const { columns } = run(
      taskWith({ loss: 'mse', layers: [layer(3, 'tanh'), layer(1, 'linear')], test: randomSamples(9, 2, 2) })
    )
    assert.equal(curve(columns[1]!, 'accuracy'), null)
    assert.equal(curve(columns[1]!, 'test_accuracy'), null)
    assert.ok(curve(columns[1]!, 'test_loss')! > 0)
  })

  it('stops after the epoch whose mean loss is below stop.lossBelow', () => {
    const { result, columns } = run(taskWith({ epochs: 100, stop: { nonfinite: true, lossBelow: 10 } }))
    assert.deepEqual(result.stop, { reason: 'loss_below', epoch: 1 })
    assert.equal(columns.length, 2)
  })

  it('zeros leave a network symmetric: all units are duplicates, from the first column to the last', () => {
    const initializer = { name: 'zeros' } as const
    const layers = [
      layer(4, 'tanh', { initializer }),
      layer(3, 'tanh', { initializer }),
      layer(2, 'linear', { initializer })
    ]
    const { events } = run(taskWith({ layers, epochs: 5 }))
    assert.deepEqual(events.duplicateUnits.initial, [1, 1, 1])
    assert.deepEqual(events.duplicateUnits.last!.slice(0, 2), [1, 1])
    assert.deepEqual(run(taskWith()).events.duplicateUnits, { initial: [0, 0], last: [0, 0] })
  })

  it('where W is zero there is no update ratio; it stays out of the mean', () => {
    const layers = [
      layer(4, 'tanh', { initializer: { name: 'zeros' } }),
      layer(2, 'linear', { initializer: { name: 'zeros' } })
    ]
    const { columns } = run(taskWith({ layers, epochs: 1, batchSize: 48 }))
    assert.deepEqual(quantity(columns[1]!, 'update_ratio'), [null, null])
  })

  it('records the activation variance of steps 1 … 10', () => {
    const { events } = run(taskWith({ epochs: 5 }))
    assert.equal(events.activationVariance.columns, 10)
    assert.ok(toNumber(at(events.activationVariance, 9, 1))! > 0)
    const short = run(taskWith({ epochs: 1, batchSize: 48, shuffle: false }))
    const deviation = quantity(short.columns[1]!, 'activation_std')[0]!
    assert.equal(short.events.activationVariance.columns, 1)
    assert.ok(Math.abs(toNumber(at(short.events.activationVariance, 0, 0))! / deviation ** 2 - 1) < 1e-14)
  })

  it('yields after a bounded amount of work, inside an epoch too', () => {
    const task = taskWith({
      epochs: 1,
      batchSize: 1,
      train: randomSamples(2000, 2, 2),
      test: randomSamples(30_000, 2, 2)
    })
    const yields = run(task).yielded.map(event => event.type)
    assert.ok(yields.filter(type => type === 'steps').length > 10)
    const steps = run(task).yielded.flatMap(event => (event.type === 'steps' && event.epoch === 1 ? [event.step] : []))
    assert.ok(steps.some(step => step > 0 && step < 2000))
  })

  it('may be left at any yield', () => {
    const training = train(taskWith(), createRandom(1), createFloat64Backend)
    training.next()
    assert.deepEqual(
      training.return({ stop: { reason: 'cancelled', epoch: 0 }, parameters: () => new Float64Array(0) }).done,
      true
    )
  })

  it('refuses tasks that make no sense', () => {
    for (const broken of [
      { batchSize: 0 },
      { layers: [] },
      { epochs: -1 },
      { train: randomSamples(0, 2, 2) },
      { initialParameters: new Float64Array(3) }
    ]) {
      assert.throws(() => run(taskWith(broken)), RangeError)
    }
  })
})

describe('what is not finite', () => {
  const explode = { ...SGD, learning_rate: 1e200 }
  const relu = [layer(4, 'relu'), layer(4, 'relu'), layer(2, 'linear')]

  it('ends its epoch at once, stays in its column and ends the training', () => {
    const { columns, events, result } = run(taskWith({ layers: relu, optimizer: explode, epochs: 10 }))
    assert.equal(events.nonfinite!.epoch, 1)
    assert.ok(events.nonfinite!.step >= 1 && events.nonfinite!.step <= 3)
    assert.deepEqual(result.stop, { reason: 'nonfinite', epoch: 1 })
    assert.equal(columns.length, 2)
    const recorded = ['weight_gradient_l2', 'activation_mean', 'delta_rms'] as const
    assert.ok(recorded.some(name => quantity(columns[1]!, name).some(value => !Number.isFinite(value))))
  })

  it('only stays in the record when stop.nonfinite is off', () => {
    const task = taskWith({ layers: relu, optimizer: explode, stop: { nonfinite: false, lossBelow: null } })
    const { columns, events, result } = run(task)
    assert.deepEqual(result.stop, { reason: 'completed', epoch: 3 })
    assert.equal(columns.length, 4)
    assert.equal(events.nonfinite!.epoch, 1)
    assert.ok(Number.isNaN(curve(columns[3]!, 'loss')))
  })

  it('the first of them is named: an activation before the first step', () => {
    const train = randomSamples(16, 2, 2)
    train.inputs[7] = Infinity
    const { events, result, columns } = run(taskWith({ train, layers: relu }))
    assert.deepEqual(events.nonfinite, { step: 0, epoch: 0, layer: 0, quantity: 'activation' })
    assert.deepEqual(result.stop, { reason: 'nonfinite', epoch: 0 })
    assert.equal(columns.length, 1)
  })

  it('a pre-activation counts, even where the activation hides it', () => {
    const train = randomSamples(16, 2, 2)
    train.inputs[7] = Infinity
    const { events } = run(taskWith({ train, layers: [layer(4, 'sigmoid'), layer(2, 'linear')] }))
    assert.deepEqual(events.nonfinite, { step: 0, epoch: 0, layer: 0, quantity: 'activation' })
  })

  it('the first of them is named: the loss', () => {
    const train = { ...randomSamples(16, 2, 2), targets: new Float64Array(16).fill(1e200) }
    const { events } = run(taskWith({ train, loss: 'mse', layers: [layer(4, 'tanh'), layer(1, 'linear')] }))
    assert.deepEqual(events.nonfinite, { step: 0, epoch: 0, layer: null, quantity: 'loss' })
  })

  it('the first of them is named: a gradient', () => {
    const layers = [layer(4, 'tanh'), layer(4, 'tanh'), layer(2, 'linear')]
    const spoil = meddling((backend, step) => {
      if (step !== 2) return
      const parameters = backend.parameters() // W of layer 1 stands at 12 … 27, of the output layer at 32 … 39
      parameters.fill(1e300, 32, 36)
      parameters.fill(-1e300, 36, 40)
      parameters.fill(1e30, 12, 28)
      parameters.fill(1e-30, 0, 12)
      backend.setParameters(parameters)
    })
    const { events } = run(taskWith({ layers }), spoil)
    assert.deepEqual(events.nonfinite, { step: 2, epoch: 1, layer: 0, quantity: 'gradient' })
  })

  it('the first of them is named: a weight after the step', () => {
    const train = { ...randomSamples(16, 2, 2), inputs: new Float64Array(32).fill(1e3) }
    const optimizer = { ...SGD, learning_rate: 1e308 }
    const { events, columns } = run(taskWith({ train, optimizer, layers: [layer(2, 'linear')] }))
    assert.deepEqual(events.nonfinite, { step: 1, epoch: 1, layer: 0, quantity: 'weight' })
    assert.ok(Number.isFinite(curve(columns[1]!, 'loss')))
  })
})
