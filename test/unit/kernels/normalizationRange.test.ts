import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  createFloat64Backend,
  createRandom,
  layoutOf,
  type Backend,
  type LayerSpec,
  type NormalizationName,
  type TrainingTask
} from '../../../src/engine'
import { initialize } from '../engine/initialize'
import { createFloat32Backend } from '../../../src/engine/wasm/float32Backend'
import { log10, scaled } from '../../../src/record'
import { layer, randomSamples, taskWith } from '../engine/taskWith'
import { compare } from './compare'

const UNITS = 6

/** γ = 0.001: every layer makes the signal, and on the way back the error, smaller. */
function fading(normalization: NormalizationName): TrainingTask {
  const scales = new Float64Array(UNITS).fill(0.001)
  const normalizationState = { scales, shifts: new Float64Array(UNITS), running: null }
  const hidden: LayerSpec = layer(UNITS, 'sigmoid', { normalization, normalizationState })
  const layers = [...Array<LayerSpec>(300).fill(hidden), layer(2, 'linear')]
  return taskWith({ precision: 'float32', train: randomSamples(40, 2, 2), batchSize: 40, layers })
}

function stepped(make: typeof createFloat32Backend, task: TrainingTask): Backend {
  const layout = layoutOf(task.inputs, task.layers)
  const backend = make(task, layout)
  backend.setParameters(initialize(task.layers, layout, createRandom(1).stream('weights')).map(Math.fround))
  assert.equal(backend.step(ORDER, 0, 40, true), null)
  return backend
}

/** As `compare` takes 40 samples. */
const ORDER = Int32Array.from({ length: 40 }, (_, i) => (i * 7) % 40)

const exponents = ({ statistics: { deltaRms } }: Backend): number[] =>
  Array.from(deltaRms.value, (value, l) => log10(scaled(value, deltaRms.exponent[l]!)))

/** Samples of the first chunk that the net takes for another class, of the second for their own: deltas near 1 and near 0. */
function divided(around: Partial<LayerSpec>): TrainingTask {
  const sure = layer(2, 'linear', { initializer: { name: 'random_normal', mean: 0, stddev: 3000 } })
  const layers = [layer(8, 'tanh', around), layer(8, 'tanh', around), sure]
  const task = taskWith({ layers, batchSize: 40, train: randomSamples(40, 2, 2) })
  const layout = layoutOf(2, layers)
  const backend = createFloat64Backend(task, layout)
  backend.setParameters(initialize(layers, layout, createRandom(3).stream('weights')).map(Math.fround))
  backend.step(ORDER, 0, 40, false)
  const logits = backend.preactivations(2)
  ORDER.forEach((sample, row) => {
    const distance = logits[2 * row + 1]! - logits[2 * row]!
    const guess = distance > 0 ? 1 : 0
    assert.ok(row < 32 || Math.abs(distance) > 20, 'a delta of the second chunk is not small')
    task.train.targets[sample] = row < 32 ? 1 - guess : guess
  })
  return { ...task, optimizer: { ...task.optimizer, learning_rate: 1e-6 } }
}

describe('normalized layers beyond float32’s range', () => {
  for (const normalization of ['batch', 'layer'] as const) {
    it(`record deltas of 1e-100 and smaller as the float64 backend does (${normalization})`, () => {
      const task = fading(normalization)
      const exact = exponents(stepped(createFloat64Backend, task))
      assert.ok(exact[0]! < -100, String(exact[0]))
      exponents(stepped(createFloat32Backend, task)).forEach((value, l) => {
        assert.ok(
          Math.abs(value - exact[l]!) < 1e-3 * Math.abs(exact[l]!) + 1e-3,
          `layer ${l}: 1e${value}, 1e${exact[l]}`
        )
      })
    })
  }

  for (const around of [
    { normalization: 'batch' },
    { normalization: 'layer' },
    { residual: true },
    { normalization: 'batch', residual: true }
  ] as const) {
    it(`mix chunks of samples with different powers of two (${JSON.stringify(around)})`, () => compare(divided(around)))
  }
})
