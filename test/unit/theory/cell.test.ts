import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'mocha'
import { DATASET_NAMES, DATASETS } from '../../../src/catalogue'
import { createBackend, train } from '../../../src/engine'
import { filesOf, parseExperiment, type Experiment } from '../../../src/experiment'
import { plan } from '../../../src/plan'
import { isCovered, predictCell, predictRecord, preflight, preflightText, type Prediction } from '../../../src/theory'

const experimentOf = (text: string): Experiment => {
  const parsed = parseExperiment(text)
  assert.ok(parsed.ok, text)
  return parsed.experiment
}

const filesIn = (experiment: Experiment): Record<string, Uint8Array> =>
  Object.fromEntries(
    filesOf(experiment).map(name => [name, readFileSync(path.join('media', 'datasets', name))] as const)
  )

const warning = (text: string): string => preflightText(preflight(experimentOf(text)))

describe('the prediction of a cell', () => {
  it('knows how large the inputs of every named data set are', () => {
    for (const name of DATASET_NAMES) {
      const experiment = experimentOf(
        `dataset: {name: ${name}, ${DATASETS[name].file === null ? 'samples: 4000' : 'standardize: false'}}`
      )
      const { inputs } = plan(experiment, filesIn(experiment)).task.train
      const square = inputs.reduce((sum, x) => sum + x * x, 0) / inputs.length
      const noise = 'noise' in experiment.dataset && DATASETS[name].task === 'classification' ? 0.01 : 0
      const told = DATASETS[name].inputSquare + noise
      assert.ok(Math.abs(told / square - 1) < 0.06, `${name}: ${told} told, ${square} measured`)
    }
  })

  it('is the same from the cell and from its record', () => {
    const texts = [
      'hidden_layers: [30, 20, 20, 10]\nactivation: [tanh, relu, gelu, {name: leaky_relu, negative_slope: 0.2}]',
      'dataset: iris\nhidden_layers: {depth: 5, units: 20}\nactivation: sigmoid\ninitializer: glorot_uniform\nresidual: true',
      'dataset: iris\nhidden_layers: {depth: 3, units: 20}\nactivation: tanh\ninitializer: {name: mean_field, sigma_w2: 2, sigma_b2: 0.1}\nnormalization: layer'
    ]
    for (const text of texts) {
      const experiment = experimentOf(text)
      const { header, task, random } = plan(experiment, filesIn(experiment))
      const square = task.train.inputs.reduce((sum, x) => sum + x * x, 0) / task.train.inputs.length
      assert.ok(train(task, random, createBackend).next().done === false)
      const baseline = { trivialLoss: null, targets: null, inputs: { rms: Math.sqrt(square), largest: 1 } }
      const [fromRecord, fromCell] = [predictRecord({ ...header, baseline }), predictCell(experiment)] as Prediction[]
      fromCell!.layers.forEach(({ deltaRelative, name }, l) => {
        const other = fromRecord!.layers[l]!
        assert.equal(other.name, name)
        assert.ok(Math.abs(Math.log10(deltaRelative / other.deltaRelative)) < 0.02, `${text}: ${name}`)
      })
    }
  })

  it('does without the size of a file where nothing depends on it, and else says so', () => {
    const csv =
      'dataset: {csv: a.csv, target: y, standardize: true}\nhidden_layers: {depth: 10, units: 20}\nactivation: sigmoid'
    assert.match(warning(csv), /^loses 5\.\d decades from hidden 10 to hidden 1; tanh with xavier loses 0\.\d$/)
    assert.equal(
      warning(`${csv}\ninitializer: {name: random_normal, stddev: 0.5}`),
      'theory does not cover this net: how many inputs the net has is known only from a.csv'
    )
    assert.equal(
      warning('dataset: {csv: a.csv, target: y, standardize: false}'),
      'theory does not cover this net: how large the inputs are is known only from a.csv'
    )
  })

  it('takes under 50 ms for 100 layers, with all that is tried in their place', () => {
    const experiment = experimentOf('hidden_layers: {depth: 100, units: 64}\nactivation: sigmoid\nresidual: false')
    const times = Array.from({ length: 20 }, () => {
      const start = process.cpuUsage() // not the time of others on a busy machine
      preflight(experiment)
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1000
    })
    assert.ok(Math.min(...times) < 50, `${times.join(' ')} ms`)
  })
})

describe('the warning before training', () => {
  it('tells decades and what would do better', () => {
    const deep = 'hidden_layers: {depth: 20, units: 64}\n'
    assert.match(
      warning(`${deep}activation: sigmoid`),
      /^loses 11\.\d decades from hidden 20 to hidden 1; tanh with xavier loses 0\.3$/
    )
    assert.equal(
      warning(`${deep}activation: relu\ninitializer: {name: random_normal, stddev: 1}`),
      'grows by 14.3 decades from hidden 20 to hidden 1; relu with he keeps it'
    )
    assert.equal(
      warning(`${deep}activation: tanh\ninitializer: zeros`),
      'no signal gets from hidden 20 to hidden 1; tanh with xavier loses 0.3'
    )
  })

  it('is none for nets that keep their signal, and silent about nets without a way through layers', () => {
    assert.equal(warning('activation: relu'), 'keeps its signal from hidden 2 to hidden 1')
    assert.equal(
      warning('hidden_layers: {depth: 4, units: 16}'),
      'keeps its signal from hidden 4 to hidden 1 within 0.1 decades'
    )
    assert.deepEqual(preflight(experimentOf('hidden_layers: [8]')), { kind: 'shallow' })
    assert.deepEqual(preflight(experimentOf('hidden_layers: []')), { kind: 'shallow' })
  })

  it('says where theory does not hold, and why', () => {
    const why = (text: string) => {
      const told = preflight(experimentOf(text))
      return told.kind === 'uncovered' ? told.why : told.kind
    }
    assert.match(why('initializer: lsuv'), /^lsuv scales/)
    assert.match(why('initializer: {name: constant, value: 0.1}'), /^weights with a mean other than 0/)
    assert.match(why('activation: tanh\nnormalization: batch'), /^with batch normalization/)
    assert.match(
      why('dataset: iris\nactivation: relu\nnormalization: batch'),
      /^with batch normalization .* many inputs/
    )
    assert.match(why('dataset: sine\nnormalization: layer'), /^a few samples/)
    assert.match(why('dataset: sine\noutput_activation: softmax'), /^the softmax of a single output/)
  })

  it('has a number also for signals beyond the range of float64', () => {
    const deep = (more: string) => warning(`hidden_layers: {depth: 400, units: 64}\n${more}`)
    assert.match(deep('activation: sigmoid'), /^loses 25\d\.\d decades from hidden 400 to hidden 1;/)
    assert.match(deep('initializer: {name: random_normal, stddev: 0.001}'), /^loses 8\d\d\.\d decades/)
    assert.match(
      deep('activation: relu\ninitializer: {name: random_normal, stddev: 0.001}'),
      /^loses 89\d\.\d decades from hidden 400 to hidden 1; relu with he keeps it$/
    )
    assert.match(deep('activation: relu\ninitializer: {name: random_normal, stddev: 10}'), /^grows by 69\d\.\d decades/)
  })

  it('never fails, whatever a cell may ask for', () => {
    const texts = [
      'hidden_layers: [1, 1]\ninitializer: {name: random_normal, stddev: 0}',
      'hidden_layers: [1, 1, 1]\ninitializer: {name: random_normal, stddev: 1e300}',
      'hidden_layers: {depth: 400, units: 3}\nactivation: softplus\ninitializer: {name: xavier, gain: 5}',
      'hidden_layers: {depth: 400, units: 3}\nactivation: relu\nresidual: true\ninitializer: {name: he, gain: 9}'
    ]
    for (const text of texts) assert.ok(warning(text).length > 0, text)
  })
})

describe('a record that theory cannot use', () => {
  it('is told of, and never drawn from', () => {
    const { header } = plan(experimentOf('dataset: iris'), filesIn(experimentOf('dataset: iris')))
    const baseline = { trivialLoss: null, targets: null, inputs: { rms: 1, largest: 1 } }
    const why = (changed: object) => {
      const predicted = predictRecord({ ...header, baseline, ...changed })
      return isCovered(predicted) ? 'covered' : predicted.why
    }
    assert.equal(why({}), 'covered')
    assert.match(why({ baseline: null }), /before version 3/)
    assert.match(why({ experiment: { ...header.experiment, activation: 'swoosh' } }), /does not know/)
    assert.match(why({ experiment: { ...header.experiment, initializer: [] } }), /does not know/)
    assert.match(why({ experiment: {} }), /does not know/)
  })
})
