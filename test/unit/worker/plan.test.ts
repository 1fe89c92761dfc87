import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { DATASETS, type DatasetName } from '../../../src/dataset'
import { parseExperiment, widths } from '../../../src/experiment'
import { filesOf, plan } from '../../../src/worker/plan'

function experiment(text: string) {
  const result = parseExperiment(text)
  assert.ok(result.ok, JSON.stringify(result))
  return result.experiment
}

function planOf(text: string) {
  const read = experiment(text)
  return plan(read, Object.fromEntries(filesOf(read).map(name => [name, readFileSync(`media/datasets/${name}`)])))
}

describe('plan(experiment)', () => {
  for (const name of Object.keys(DATASETS) as DatasetName[])
    it(`${name}: the schema's options, defaults and shape are those of the data set`, () => {
      const { dataset, ...rest } = experiment(`dataset: ${name}`)
      const { name: _, ...options } = dataset
      assert.deepEqual(options, DATASETS[name].defaults)
      const { task, header } = planOf(`dataset: ${name}`)
      const all = widths({ dataset, ...rest })
      assert.equal(task.inputs, all[0])
      assert.equal(task.train.inputs.length, task.train.count * task.inputs)
      const outputs = task.loss === 'mse' ? all.at(-1)! : 1
      assert.equal(task.train.targets.length, task.train.count * outputs)
      assert.equal(header.data.classes.length, header.data.task === 'regression' ? 0 : all.at(-1))
    })

  it('gives mse one target a class', () => {
    const { task } = planOf('dataset: iris\nloss: mse')
    assert.equal(task.train.targets.length, task.train.count * 3)
    for (let i = 0; i < task.train.count; i++)
      assert.deepEqual([...task.train.targets.subarray(3 * i, 3 * i + 3)].sort(), [0, 0, 1])
  })

  it('gives binary_crossentropy one output and targets 0 and 1', () => {
    const { task, header } = planOf('dataset: moons\nloss: binary_crossentropy')
    assert.equal(task.layers.at(-1)!.outputs, 1)
    assert.deepEqual(new Set(task.train.targets), new Set([0, 1]))
    assert.equal(header.layers.at(-1)!.activation, 'sigmoid')
  })

  it('draws the same data whatever the net, other data for another seed', () => {
    const digest = (text: string) => planOf(text).header.data.digest
    assert.equal(digest('seed: 3'), digest('seed: 3\nhidden_layers: [64, 64]\nactivation: relu'))
    assert.notEqual(digest('seed: 3'), digest('seed: 4'))
  })
})
