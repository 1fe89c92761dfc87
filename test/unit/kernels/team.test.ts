import assert from 'node:assert/strict'
import path from 'node:path'
import { after, describe, it } from 'mocha'
import { createRandom, layoutOf, type OptimizerSpec, type TrainingTask } from '../../../src/engine'
import { initialize } from '../engine/initialize'
import { Float32Backend } from '../../../src/engine/wasm/float32Backend'
import { helpersFor } from '../../../src/engine/wasm/team'
import { ThreadTeam } from '../../../src/worker/threadTeam.node'
import { SGD, layer, randomSamples, taskWith } from '../engine/taskWith'
import { digestAfter } from './digest'

/** As the worker ships. */
const WORKER = path.join(process.cwd(), 'dist', 'worker.node.js')

/** Four chunks of samples, the last of 3; widths that are no multiples of eight. */
const NET = taskWith({
  inputs: 3,
  train: randomSamples(99, 3, 4),
  batchSize: 99,
  layers: [layer(67, 'tanh'), layer(64, 'relu'), layer(70, 'sigmoid'), layer(4, 'linear')]
})

const CLIPPED: OptimizerSpec = { ...SGD, clipnorm: 0.5 }

const AROUND = { normalization: 'layer', residual: true } as const

const TASKS: Record<string, TrainingTask> = {
  'plain sgd': NET,
  'layer normalization and residual': {
    ...NET,
    layers: [layer(67, 'tanh', AROUND), layer(67, 'relu', AROUND), layer(64, 'sigmoid', AROUND), layer(4, 'linear')]
  },
  'a clipped norm': { ...NET, optimizer: CLIPPED },
  'a vanishing net': { ...NET, layers: [...Array(40).fill(layer(64, 'sigmoid')), layer(4, 'linear')] }
}

function backendOf(task: TrainingTask, team: ThreadTeam | null): Float32Backend {
  const layout = layoutOf(task.inputs, task.layers)
  const backend = new Float32Backend(task, layout, team)
  backend.setParameters(initialize(task.layers, layout, createRandom(1).stream('weights')))
  return backend
}

/** Steps until helpers have come and done something; fails when none comes within ten seconds. */
function waitForHelp(backend: Float32Backend, task: TrainingTask): void {
  const order = Int32Array.from({ length: task.train.count }, (_, i) => i)
  const end = Date.now() + 10_000
  while (backend.helped === 0 && Date.now() < end) backend.step(order, 0, task.train.count, false)
  assert.ok(backend.helped > 0, 'no helper came')
}

describe('a team', () => {
  const team = new ThreadTeam(WORKER, 2)
  after(() => team.dispose())

  for (const [name, task] of Object.entries(TASKS)) {
    it(`of several threads gives the same bits as one, for ${name}`, () => {
      const together = backendOf(task, team)
      waitForHelp(together, task)
      const before = together.helped
      const digest = digestAfter(together, task, 200)
      assert.ok(together.helped > before, 'the helpers did nothing')
      assert.equal(digest, digestAfter(backendOf(task, null), task, 200))
    })
  }

  it('is not asked for nets that are too narrow or mix all chunks, or batches of one chunk', () => {
    const helpers = (task: TrainingTask) => helpersFor(task, layoutOf(task.inputs, task.layers), team)
    assert.equal(helpers({ ...NET, layers: [layer(63, 'tanh'), layer(4, 'linear')] }), 0)
    assert.equal(helpers({ ...NET, batchSize: 32 }), 0)
    const mixing = [layer(67, 'tanh', { normalization: 'batch' }), layer(4, 'linear')]
    assert.equal(helpers({ ...NET, layers: mixing }), 0)
    assert.equal(helpers(NET), 2)
  })
})
