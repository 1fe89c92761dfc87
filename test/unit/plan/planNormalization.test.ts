import assert from 'node:assert/strict'
import { layoutOf } from '../../../src/engine'
import { parseExperiment } from '../../../src/experiment'
import { plan, type Plan } from '../../../src/plan'

function planOf(text: string, csv = ''): Plan {
  const result = parseExperiment(text)
  assert.ok(result.ok, JSON.stringify(result))
  return plan(result.experiment, { 'a.csv': new TextEncoder().encode(csv) })
}

describe('plan of an experiment with normalization and residual', () => {
  it('gives them to the hidden layers alone', () => {
    const { task } = planOf('hidden_layers: [2, 3]\nnormalization: layer\nresidual: true')
    assert.deepEqual(
      task.layers.map(({ normalization, residual }) => [normalization, residual]),
      [
        ['layer', true],
        ['layer', true],
        [undefined, undefined]
      ]
    )
    const slots = layoutOf(task.inputs, task.layers).layers
    assert.deepEqual(
      slots.map(({ residual, normalization }) => [residual, normalization]),
      [
        [true, 'layer'],
        [false, 'layer'],
        [false, null]
      ]
    )
  })

  it('counts the parameters that the engine lays out', () => {
    for (const normalization of ['none', 'batch', 'layer']) {
      const { task, header } = planOf(`hidden_layers: [7, 5]\nnormalization: ${normalization}`)
      assert.equal(header.parameters, layoutOf(task.inputs, task.layers).parameters)
    }
  })

  it('refuses a file whose samples leave a mini-batch of one for batch normalization', () => {
    const csv = `x,y\n${Array.from({ length: 5 }, (_, i) => `${i},${i / 8}\n`).join('')}`
    const text = 'dataset: {csv: a.csv, target: y, test_split: 0}\nbatch_size: 4\nnormalization: '
    assert.throws(() => planOf(`${text}batch`, csv), {
      name: 'RangeError',
      message:
        '5 training samples in mini-batches of 4 leave a last one with a single sample, and batch normalization needs two or more samples in a mini-batch; write batch_size: 3, for example'
    })
    assert.equal(planOf(`${text}layer`, csv).task.train.count, 5)
  })
})
