import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createBackend } from '../../../src/engine'
import { isKeptStep } from '../../../src/record'
import { at, mergeSteps, noSteps, QUANTITY_NAMES, toNumber, type Steps } from '../../../src/record'
import { curve, layer, randomSamples, run, SGD, taskWith, type Run } from './taskWith'

const stepsOf = ({ yielded }: Run, layers = 2): Steps =>
  yielded.flatMap(event => (event.type === 'kept steps' ? [event.steps] : [])).reduce(mergeSteps, noSteps(layers))

/** 48 samples in mini-batches of 2: 24 steps an epoch. */
const SHORT_STEPS = { batchSize: 2, epochs: 2 }

describe('single steps', () => {
  it('of the first epoch are kept at 1, 2, 3, 4, 6, 8, 12, 16, …', () => {
    const kept = Array.from({ length: 100 }, (_, i) => i + 1).filter(isKeptStep)
    assert.deepEqual(kept, [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96])
    assert.deepEqual(stepsOf(run(taskWith(SHORT_STEPS))).steps, [1, 2, 3, 4, 6, 8, 12, 16, 24])
  })

  for (const precision of ['float64', 'float32'] as const)
    it(`have the mean of an epoch that is a single step, in ${precision}`, () => {
      const task = taskWith({ batchSize: 48, epochs: 1, precision, layers: [layer(5, 'relu'), layer(2, 'linear')] })
      const one = run(task, createBackend)
      const steps = stepsOf(one)
      assert.deepEqual(steps.steps, [1])
      for (const name of QUANTITY_NAMES)
        assert.deepEqual(steps.quantities[name], one.columns[1]!.quantities[name], name)
      assert.equal(toNumber(at(steps.curves.loss, 0, 0)), curve(one.columns[1]!, 'loss'))
    })

  it('before a value that is not finite are kept with it, each once', () => {
    const task = taskWith({
      ...{ batchSize: 2, epochs: 50, loss: 'mse', optimizer: { ...SGD, learning_rate: 50 } },
      train: { ...randomSamples(48, 2, 2), targets: randomSamples(48, 1, 2, 1).inputs },
      layers: [layer(1, 'linear')]
    })
    const broken = run(task)
    const { step } = broken.events.nonfinite!
    assert.ok(step > 17, `breaks in step ${step}`)
    const last17 = Array.from({ length: 17 }, (_, i) => step - 16 + i)
    const { steps, curves } = stepsOf(broken, 1)
    const early = [1, 2, 3, 4, 6, 8, 12, 16, 24].filter(each => each <= step && !last17.includes(each))
    assert.deepEqual(steps, [...early, ...last17])
    const losses = steps.map((_, column) => toNumber(at(curves.loss, column, 0))!)
    assert.ok(losses.slice(0, -1).every(Number.isFinite))
    assert.ok(losses.at(-2)! > 1e6 * losses[0]!, 'the blow-up is seen')
  })

  it('change no bit of the columns: relu units that are dead count over the whole epoch', () => {
    const task = taskWith({ ...SHORT_STEPS, layers: [layer(40, 'relu'), layer(2, 'linear')] })
    const { columns } = run(task)
    const dead = columns.map(({ quantities }) => toNumber(at(quantities.dead_fraction, 0, 0))!)
    const steps = stepsOf(run(task))
    const deadInStep = toNumber(at(steps.quantities.dead_fraction, 0, 0))!
    assert.ok(deadInStep > dead[1]!, 'a unit that is silent for two samples need not be dead')
  })
})
