import assert from 'node:assert/strict'
import {
  createFloat64Backend,
  createRandom,
  layoutOf,
  type Backend,
  type StepStatistics,
  type TrainingTask
} from '../../../src/engine'
import { initialize } from '../engine/initialize'
import { createFloat32Backend } from '../../../src/engine/wasm/float32Backend'

const ROWS = [
  'weightGradientL2',
  'weightGradientMeanAbs',
  'weightGradientMaxAbs',
  'biasGradientL2',
  'deltaRms',
  'activationMean',
  'activationStd',
  'weightL2',
  'updateL2'
] as const satisfies readonly (keyof StepStatistics)[]

/** Three steps in both precisions: losses, magnitudes, logits and parameters agree. */
export function compare(task: TrainingTask): void {
  const layout = layoutOf(task.inputs, task.layers)
  const start = initialize(task.layers, layout, createRandom(3).stream('weights')).map(Math.fround)
  const wide = createFloat64Backend(task, layout)
  const quick = createFloat32Backend(task, layout)
  for (const backend of [wide, quick]) backend.setParameters(start)
  const order = Int32Array.from({ length: task.train.count }, (_, i) => (i * 7) % task.train.count)
  for (let step = 0; step < 3; step++) {
    const count = Math.max(1, Math.min(task.batchSize, task.train.count) - step)
    assert.equal(wide.step(order, step, count, true), null)
    assert.equal(quick.step(order, step, count, true), null)
    compareStatistics(quick.statistics, wide.statistics, task)
  }
  compareOutputs(quick, wide, task)
}

function compareStatistics(found: StepStatistics, wanted: StepStatistics, task: TrainingTask): void {
  near(found.loss, wanted.loss, 2e-5, 'loss')
  assert.ok(Object.is(found.accuracy, wanted.accuracy) || Math.abs(found.accuracy - wanted.accuracy) < 1e-9)
  for (const name of ROWS) {
    wanted[name].value.forEach((value, l) => {
      const [f, w] = [found[name].value[l]! * 2 ** found[name].exponent[l]!, value * 2 ** wanted[name].exponent[l]!]
      if (name === 'biasGradientL2' && task.layers[l]!.normalization === 'batch') return assertNothing(f, wanted, l)
      near(f, w, 1e-4, `${name}, layer ${l}`, name === 'activationMean' ? 1e-6 : 1e-9)
    })
  }
}

function compareOutputs(found: Backend, wanted: Backend, task: TrainingTask): void {
  const last = task.layers.length - 1
  found.preactivations(last)
  const parameters = found.parameters()
  wanted.parameters().forEach((value, i) => near(parameters[i]!, value, 1e-4, `parameter ${i}`, 3e-5))
  const count = Math.min(task.train.count, 64)
  const logits = Array.from(found.predict(task.train.inputs, 0, count))
  const exact = wanted.predict(task.train.inputs, 0, count)
  assert.equal(logits.length, exact.length)
  logits.forEach((value, i) => near(value, exact[i]!, 1e-3, `logit ${i}`, 1e-4))
}

function near(found: number, wanted: number, relative: number, what: string, absolute = 1e-12): void {
  const allowed = Math.max(relative * Math.abs(wanted), absolute)
  assert.ok(Math.abs(found - wanted) <= allowed, `${what}: ${found} instead of ${wanted}`)
}

/** A bias before batch normalization changes nothing: its gradient is a sum of rounding errors. */
function assertNothing(found: number, { deltaRms }: StepStatistics, layer: number): void {
  const allowed = 1e-4 * deltaRms.value[layer]! * 2 ** deltaRms.exponent[layer]!
  assert.ok(found <= allowed, `bias gradient ${found} of layer ${layer}, allowed ${allowed}`)
}
