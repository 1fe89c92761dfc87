import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'mocha'
import { DATASET_NAMES, DATASETS } from '../../../src/catalogue'
import { createBackend, train } from '../../../src/engine'
import { filesOf, parseExperiment, type Experiment } from '../../../src/experiment'
import { at, log10 } from '../../../src/record'
import { isCovered, predictCell } from '../../../src/theory'
import { plan } from '../../../src/plan'

const experimentOf = (text: string): Experiment => {
  const parsed = parseExperiment(text)
  assert.ok(parsed.ok, text)
  return parsed.experiment
}

/** log10 of delta by layer over that of the last hidden layer, before any update, on the mean over draws of the weights. */
function measured(text: string, seeds: number): number[] {
  const all = Array.from({ length: seeds }, (_, seed) => oneRun(experimentOf(`${text}\nseed: ${seed}`)))
  return all[0]!.map((_, l) => all.reduce((sum, logs) => sum + logs[l]!, 0) / seeds)
}

function oneRun(experiment: Experiment): number[] {
  const files = filesOf(experiment).map(name => [name, readFileSync(path.join('media', 'datasets', name))] as const)
  const { task, random } = plan(experiment, Object.fromEntries(files))
  const run = train(task, random, createBackend)
  for (let next = run.next(); next.done !== true; next = run.next()) {
    if (next.value.type !== 'column') continue
    const { delta_rms } = next.value.column.quantities
    const logs = experiment.hidden_layers.map((_, layer) => log10(at(delta_rms, 0, layer)))
    return logs.map(log => log - logs.at(-1)!)
  }
  throw new Error('no column')
}

/** How far theory is off in its worst hidden layer, in decades beyond two standard deviations of its band. */
function off(text: string, seeds = 3): number {
  const predicted = predictCell(experimentOf(text))
  assert.ok(isCovered(predicted), text)
  const hidden = predicted.layers.slice(0, -1)
  const last = hidden.at(-1)!
  const logs = measured(text, seeds)
  return Math.max(
    ...hidden.map(({ lnDeltaRelative, lnStd }, l) => {
      const told = (lnDeltaRelative - last.lnDeltaRelative) / Math.LN10
      return Math.abs(logs[l]! - told) - Math.sqrt(Math.abs(lnStd ** 2 - last.lnStd ** 2)) / Math.LN10
    })
  )
}

const NETS = [
  'hidden_layers: {depth: 5, units: 200}\nactivation: softsign\nnormalization: layer',
  'hidden_layers: {depth: 6, units: 200}\nactivation: silu\ninitializer: {name: he, gain: 1.3}',
  'hidden_layers: {depth: 6, units: 200}\nactivation: silu\ninitializer: {name: he, gain: 1.3}\noutput_activation: sigmoid\nloss: mse',
  'hidden_layers: [150, 250, 200]\nactivation: elu\nnormalization: layer\nresidual: true'
]

describe('the prediction for samples of different sizes', () => {
  for (const name of DATASET_NAMES)
    it(`holds for ${name}, or says that a few samples decide`, function () {
      this.timeout(120_000)
      for (const standardize of [true, false]) {
        const size = DATASETS[name].file === null ? ', samples: 256' : ''
        for (const net of NETS) {
          const text = `dataset: {name: ${name}${size}, standardize: ${standardize}, test_split: 0}\n${net}\nepochs: 0\nbatch_size: 256`
          const predicted = predictCell(experimentOf(text))
          if (isCovered(predicted)) assert.ok(off(text) < 0.1, `${text}: ${off(text)}`)
          else assert.ok(name === 'sine' && predicted.why.startsWith('a few samples'), text)
        }
      }
    })
})

describe('the prediction for ReLU nets with batch normalization', () => {
  it('holds for many inputs, layers of different widths, and the first layer, whose inputs have no mean', function () {
    this.timeout(180_000)
    const rest = 'activation: relu\nnormalization: batch\nepochs: 0\nbatch_size: 256'
    const random = 'dataset: {name: random, inputs: 64, samples: 256, test_split: 0}'
    for (const widths of ['[300, 300, 300, 300]', '[400, 150, 300, 200]', '[200, 200]'])
      assert.ok(off(`${random}\nhidden_layers: ${widths}\n${rest}`) < 0.05, widths)
  })
})
