import assert from 'node:assert/strict'
import fc from 'fast-check'
import { expansionOf, runsOf, shortly } from './runsOf'

describe('the runs of a cell', () => {
  it('are variants, then the grid with its first parameter outermost, then seeds', () => {
    const text = `
variants: {narrow: {hidden_layers: [4]}, wide: {hidden_layers: [8]}}
sweep:
  method: grid
  parameters: {epochs: [1, 2], optimizer.learning_rate: {values: [0.1, 0.2]}}
seeds: 2
seed: 5
`
    assert.deepEqual(shortly(runsOf(text)).slice(0, 9), [
      'narrow, epochs 1, optimizer.learning_rate 0.1, seed 5',
      'narrow, epochs 1, optimizer.learning_rate 0.1, seed 6',
      'narrow, epochs 1, optimizer.learning_rate 0.2, seed 5',
      'narrow, epochs 1, optimizer.learning_rate 0.2, seed 6',
      'narrow, epochs 2, optimizer.learning_rate 0.1, seed 5',
      'narrow, epochs 2, optimizer.learning_rate 0.1, seed 6',
      'narrow, epochs 2, optimizer.learning_rate 0.2, seed 5',
      'narrow, epochs 2, optimizer.learning_rate 0.2, seed 6',
      'wide, epochs 1, optimizer.learning_rate 0.1, seed 5'
    ])
    const [first] = runsOf(text)
    assert.deepEqual([first!.experiment.hidden_layers, first!.experiment.epochs, first!.experiment.seed], [[4], 1, 5])
  })

  it('take values of any form that the key takes', () => {
    const runs = runsOf('sweep: {parameters: {initializer: [xavier, {name: random_normal, stddev: 0.01}]}}')
    assert.deepEqual(
      runs.map(({ experiment }) => experiment.initializer[0]),
      [
        { name: 'xavier', gain: 1 },
        { name: 'random_normal', mean: 0, stddev: 0.01 }
      ]
    )
  })

  it('may be written as W&B writes them: nested parameters, value, aliases of keys', () => {
    const runs = runsOf(
      'optimizer: adam\nsweep: {method: grid, metric: {name: val_loss}, parameters: {optimizer: {parameters: {lr: {values: [0.1, 0.2]}}}, epochs: {value: 3}}}'
    )
    assert.deepEqual(shortly(runs), [
      'optimizer.learning_rate 0.1, epochs 3, seed 0',
      'optimizer.learning_rate 0.2, epochs 3, seed 0'
    ])
    assert.deepEqual(
      runs.map(({ experiment: { optimizer, epochs } }) => [optimizer.name, optimizer.learning_rate, epochs]),
      [
        ['adam', 0.1, 3],
        ['adam', 0.2, 3]
      ]
    )
  })

  it('set a part of what the cell leaves out, too', () => {
    const [run] = runsOf(
      'sweep: {parameters: {optimizer.momentum: [0.9], hidden_layers.depth: [5], dataset.noise: [0.3], stop.loss_below: [0.1]}}'
    )
    const { optimizer, hidden_layers, dataset, stop } = run!.experiment
    assert.deepEqual(
      [optimizer.name, hidden_layers, dataset.name, stop.loss_below],
      ['sgd', Array(5).fill(16), 'spiral', 0.1]
    )
  })

  it('set whole keys before their parts, whatever the order of the loops', () => {
    const runs = runsOf('sweep: {parameters: {optimizer.learning_rate: [0.5], optimizer: [sgd, adam]}}')
    assert.deepEqual(
      runs.map(({ experiment }) => [experiment.optimizer.name, experiment.optimizer.learning_rate]),
      [
        ['sgd', 0.5],
        ['adam', 0.5]
      ]
    )
  })

  it('of a variant without keys are the cell as it is', () => {
    assert.deepEqual(shortly(runsOf('variants:\n  plain:\n  deep: {hidden_layers.depth: 9}')), [
      'plain, seed 0',
      'deep, seed 0'
    ])
  })

  it('are at most run_cap combinations, repeated for every seed', () => {
    const runs = runsOf('sweep: {run_cap: 2, parameters: {epochs: [1, 2, 3]}}\nseeds: 2')
    assert.deepEqual(shortly(runs), ['epochs 1, seed 0', 'epochs 1, seed 1', 'epochs 2, seed 0', 'epochs 2, seed 1'])
  })

  it('keep the order of labels that are numbers', () => {
    const text = 'variants: {10: {epochs: 1}, 9: {epochs: 2}, b: {epochs: 3}}'
    assert.deepEqual(shortly(runsOf(text)), ['10, seed 0', '9, seed 0', 'b, seed 0'])
    const own = 'extends: base\nvariants: {7: {epochs: 4}, 9: {l1: 0.5}}'
    assert.deepEqual(shortly(runsOf(own, { cells: [`name: base\n${text}`, own] })), [
      '10, seed 0',
      '9, seed 0',
      'b, seed 0',
      '7, seed 0'
    ])
  })
})

describe('random values', () => {
  const drawnBy = (spec: string, cap = 200, rest = 'stop.loss_below'): unknown[] =>
    runsOf(`sweep: {method: random, run_cap: ${cap}, parameters: {${rest}: ${spec}}}`).map(
      ({ parameters }) => parameters[0]!.value
    )

  it('lie where their distribution says', () => {
    const whole = drawnBy('{min: 2, max: 4}') as number[]
    assert.deepEqual([...new Set(whole)].sort(), [2, 3, 4])
    const uniform = drawnBy('{min: 0.5, max: 1.5}') as number[]
    assert.ok(uniform.every(value => value >= 0.5 && value <= 1.5) && new Set(uniform).size === 200)
    const small = (drawnBy('{distribution: log_uniform_values, min: 1e-6, max: 1}') as number[]).filter(
      value => value < 1e-3
    )
    assert.ok(small.length > 70 && small.length < 130, String(small.length))
    const normal = drawnBy('{distribution: normal, mu: 100, sigma: 2}') as number[]
    assert.ok(Math.abs(normal.reduce((sum, value) => sum + value, 0) / 200 - 100) < 0.6)
    assert.deepEqual(new Set(drawnBy('{distribution: constant, value: 7}')), new Set([7]))
  })

  it('are as likely as their probabilities say', () => {
    const values = drawnBy('{values: [1, 2, 3], probabilities: [0.8, 0.2, 0]}')
    const ones = values.filter(value => value === 1).length
    assert.ok(ones > 130 && ones < 185 && !values.includes(3), String(ones))
    assert.equal(new Set(drawnBy('[1, 2, 3]')).size, 3)
  })

  it('are the same everywhere: these', () => {
    const text = `sweep: {method: random, run_cap: 3, parameters: {optimizer.learning_rate: {distribution: log_uniform_values, min: 0.001, max: 1}, epochs: {min: 1, max: 100}}}\nseed: 7`
    assert.deepEqual(shortly(runsOf(text)), SEEN)
  })

  it('are the same in every variant, and others with another seed', () => {
    const sweep = 'sweep: {method: random, run_cap: 3, parameters: {epochs: {min: 1, max: 1000}}}'
    const epochs = (text: string) => runsOf(text).map(({ parameters }) => parameters[0]!.value)
    const both = epochs(`${sweep}\nvariants: {a: {activation: relu}, b: {activation: tanh}}`)
    assert.deepEqual(both.slice(0, 3), both.slice(3))
    assert.notDeepEqual(epochs(sweep), epochs(`${sweep}\nseed: 1`))
  })

  it('of a parameter do not depend on what else is drawn', () => {
    const epochs = (more: string) =>
      runsOf(`sweep: {method: random, run_cap: 9, parameters: {${more}epochs: {min: 1, max: 1000}}}`).map(
        ({ parameters }) => parameters.at(-1)!.value
      )
    assert.deepEqual(epochs(''), epochs('l2: {min: 0.0, max: 0.5}, '))
  })
})

const SEEN = [
  'optimizer.learning_rate 0.013835210898927686, epochs 16, seed 7',
  'optimizer.learning_rate 0.0025027771575897584, epochs 19, seed 7',
  'optimizer.learning_rate 0.12666809543064148, epochs 13, seed 7'
]

describe('any sweep', () => {
  const learningRates = fc.uniqueArray(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 })
  const cell = fc.record({
    epochs: fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 4 }),
    learningRates,
    labels: fc.uniqueArray(fc.constantFrom('a', 'b', 'c d', 'e+f', '1'), { maxLength: 3 }),
    seeds: fc.integer({ min: 1, max: 3 }),
    seed: fc.integer({ min: 0, max: 1000 })
  })

  it('has every combination once, in the order of nested loops', () =>
    fc.assert(
      fc.property(cell, ({ epochs, learningRates, labels, seeds, seed }) => {
        const variants = labels.map(label => `${JSON.stringify(label)}: {batch_size: 8}`)
        const text = `sweep: {parameters: {epochs: ${JSON.stringify(epochs)}, optimizer.lr: ${JSON.stringify(learningRates)}}}
${labels.length > 0 ? `variants: {${variants.join(', ')}}` : ''}
seeds: ${seeds}
seed: ${seed}`
        const due = (labels.length > 0 ? labels : [null]).flatMap(label =>
          epochs.flatMap(epoch =>
            learningRates.flatMap(rate =>
              Array.from({ length: seeds }, (_, i) =>
                [
                  ...(label === null ? [] : [label]),
                  `epochs ${epoch}`,
                  `optimizer.learning_rate ${JSON.stringify(rate)}`,
                  `seed ${seed + i}`
                ].join(', ')
              )
            )
          )
        )
        assert.deepEqual(shortly(runsOf(text)), due)
      }),
      { numRuns: 40 }
    ))

  it('gives run i by itself, the same as among all', () =>
    fc.assert(
      fc.property(cell, fc.nat(), ({ epochs, seeds, seed }, some) => {
        const text = `sweep: {method: random, run_cap: 12, parameters: {epochs: ${JSON.stringify(epochs)}, l2: {min: 0.0, max: 1.5}}}\nseeds: ${seeds}\nseed: ${seed}`
        const all = runsOf(text)
        const index = some % all.length
        assert.deepEqual(expansionOf(text).run(index), all[index])
      }),
      { numRuns: 40 }
    ))

  it('gives run i whatever number of runs is asked for', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (few, more) => {
        const text = (cap: number) =>
          `sweep: {method: random, run_cap: ${cap}, parameters: {epochs: {min: 0, max: 9}, l1: {distribution: normal, mu: 50, sigma: 2}}}\nseeds: 2`
        const [short, long] = [runsOf(text(Math.min(few, more))), runsOf(text(Math.max(few, more)))]
        assert.deepEqual(long.slice(0, short.length), short)
      }),
      { numRuns: 40 }
    ))
})
