import assert from 'node:assert/strict'
import {
  createBackend,
  createFloat64Backend,
  layoutOf,
  type BackendFactory,
  type InitializerSpec,
  type LayerSpec,
  type TrainingTask
} from '../../../src/engine'
import { some } from '../some'
import { layer, quantity, randomSamples, run, taskWith } from './taskWith'

const lsuv = (tolerance: number): InitializerSpec => ({ name: 'lsuv', tolerance, tries: 10 })
const LSUV = lsuv(1e-9)
const deep = (more: Partial<LayerSpec> = {}): LayerSpec[] => [
  ...Array.from({ length: 6 }, () => layer(16, 'relu', { initializer: LSUV, ...more })),
  layer(2, 'linear', { initializer: LSUV, ...more })
]
const task = (more: Partial<TrainingTask> = {}): TrainingTask =>
  taskWith({ layers: deep(), epochs: 0, batchSize: 32, shuffle: false, train: randomSamples(48, 2, 2), ...more })

/** Variance of every layer's z over the first mini-batch, as the run began. */
function variances(wanted: TrainingTask, factory: BackendFactory = createFloat64Backend): number[] {
  const { result } = run(wanted, factory)
  const layout = layoutOf(wanted.inputs, wanted.layers)
  const backend = createFloat64Backend(wanted, layout)
  backend.setParameters(result.parameters())
  backend.step(
    Int32Array.from({ length: 32 }, (_, i) => i),
    0,
    32,
    false
  )
  return wanted.layers.map((_, index) => {
    const z = [...backend.preactivations(index)]
    const mean = z.reduce((sum, value) => sum + value, 0) / z.length
    return z.reduce((sum, value) => sum + (value - mean) ** 2, 0) / z.length
  })
}

describe('lsuv', () => {
  it('gives every layer’s z unit variance on the first mini-batch', () => {
    for (const variance of some(variances(task()))) assert.ok(Math.abs(variance - 1) < 1e-10, String(variance))
  })

  it('stays within the tolerance where biases keep it from being exact', () => {
    const biasInitializer: InitializerSpec = { name: 'random_normal', mean: 0, stddev: 0.5 }
    const layers = deep({ biasInitializer, initializer: lsuv(0.1) })
    for (const variance of some(variances(task({ layers })))) assert.ok(Math.abs(variance - 1) < 0.1, String(variance))
  })

  it('holds in float32 as well', () => {
    const layers = deep({ initializer: lsuv(0.001) })
    const found = variances(task({ layers, precision: 'float32' }), createBackend)
    for (const variance of some(found)) assert.ok(Math.abs(variance - 1) < 0.002, String(variance))
  })

  it('leaves layers that are within the tolerance as they are', () => {
    const orthonormal = deep({ initializer: { name: 'orthogonal', gain: 1 } })
    const [before] = variances(task({ layers: orthonormal }))
    const tolerant = deep({ initializer: lsuv(2 * Math.abs(before! - 1)) })
    assert.equal(variances(task({ layers: tolerant }))[0], before)
  })

  it('looks at the mini-batch that is trained first, whatever the order', () => {
    const { columns } = run(
      task({ shuffle: true, layers: deep().map(one => ({ ...one, activation: { name: 'linear' } })) })
    )
    for (const deviation of some(quantity(columns[0]!, 'activation_std'))) assert.ok(Math.abs(deviation! - 1) < 1e-10)
  })

  it('scales only the layers that ask for it', () => {
    const layers = deep().map((one, i) =>
      i === 2 ? one : { ...one, initializer: { name: 'xavier', gain: 1 } as const }
    )
    const found = variances(task({ layers }))
    assert.ok(Math.abs(found[2]! - 1) < 1e-10)
    assert.ok(found.every((variance, i) => i === 2 || Math.abs(variance - 1) > 1e-6))
  })

  it('keeps rows orthogonal and changes nothing but their length', () => {
    const { result } = run(task())
    const { weights } = layoutOf(2, deep()).layers[1]!
    const row = (unit: number) => result.parameters().subarray(weights + 16 * unit, weights + 16 * (unit + 1))
    const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)
    assert.ok(Math.abs(product(row(0), row(1))) < 1e-12)
    assert.ok(Math.abs(product(row(0), row(0)) / product(row(1), row(1)) - 1) < 1e-12)
  })

  it('leaves what cannot be scaled: a layer that is always zero', () => {
    const layers = deep()
    layers[1] = layer(16, 'relu', { initializer: { name: 'zeros' } })
    const found = variances(task({ layers }))
    assert.deepEqual(found.slice(1), [0, 0, 0, 0, 0, 0])
  })

  it('is no part of a run that gets its parameters', () => {
    const initialParameters = run(task())
      .result.parameters()
      .map(value => 3 * value)
    assert.deepEqual(run(task({ initialParameters })).result.parameters(), initialParameters)
  })
})
