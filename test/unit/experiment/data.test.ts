import assert from 'node:assert/strict'
import { parseExperiment } from '../../../src/experiment'
import { told } from './told'

describe('problems of a cell’s data', () => {
  it('say how NumPy arrays are named', () => {
    assert.deepEqual(told('dataset: {npy: {inputs: a.npy}}'), [
      'missing-key [{inputs: a.npy}] dataset.npy needs labels, the array to predict: {inputs: inputs.npy, labels: labels.npy}'
    ])
    assert.deepEqual(told('dataset: {npy: a.npz}'), [
      'wrong-type [a.npz] dataset.npy must be a mapping, not "a.npz", for example {inputs: …, labels: …}'
    ])
    assert.deepEqual(told('dataset: a.npz'), [
      'unknown-name [a.npz] unknown data set "a.npz"; for NumPy arrays, give that of the inputs and that of the labels: {npy: {inputs: a.npz/x, labels: a.npz/y}}'
    ])
    const classes = 'dataset: {npy: {inputs: a, labels: b}, task: classification, standardize_target: true}'
    assert.deepEqual(told(classes), ['conflict [true] standardize_target is for numbers, not for classes; remove it'])
    assert.deepEqual(told('npy: {inputs: a, labels: b}'), [
      'misplaced-key [npy] "npy" belongs in dataset: write dataset: {npy: {inputs: …, labels: …}}'
    ])
  })

  it('hold the limit of samples × inputs, with the place of the inputs', () => {
    for (const [samples, inputs, numbers] of [
      [1000000, 101, '101,000,000'],
      [1000000, 1000, '1,000,000,000'],
      [100001, 1000, '100,001,000']
    ] as const) {
      const [problem] = told(`dataset: {name: random, samples: ${samples}, inputs: ${inputs}}`)
      assert.match(problem!, new RegExp(`^limit \\[${inputs}\\] ${numbers} numbers .* above the limit of 100,000,000`))
    }
    assert.ok(parseExperiment('dataset: {name: random, samples: 1000000, inputs: 100}').ok)
  })
})
