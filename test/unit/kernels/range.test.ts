import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createFloat64Backend, createRandom, layoutOf, type Backend, type TrainingTask } from '../../../src/engine'
import { initialize } from '../engine/initialize'
import { Float32Backend, createFloat32Backend } from '../../../src/engine/wasm/float32Backend'
import { log10, scaled } from '../../../src/record'
import { layer, quantity, randomSamples, run, taskWith } from '../engine/taskWith'

const deepSigmoid = (depth: number, gain: number): TrainingTask =>
  taskWith({
    precision: 'float32',
    train: randomSamples(40, 2, 2),
    batchSize: 40,
    layers: [
      ...Array.from({ length: depth }, () => layer(6, 'sigmoid', { initializer: { name: 'xavier', gain } })),
      layer(2, 'linear')
    ]
  })

function stepped(
  make: typeof createFloat32Backend,
  task: TrainingTask,
  steps = 1
): { backend: Backend; start: Float64Array } {
  const layout = layoutOf(task.inputs, task.layers)
  const backend = make(task, layout)
  const start = initialize(task.layers, layout, createRandom(1).stream('weights')).map(Math.fround)
  backend.setParameters(start)
  const order = Int32Array.from({ length: task.train.count }, (_, i) => i)
  for (let step = 0; step < steps; step++) assert.equal(backend.step(order, 0, task.batchSize, true), null)
  return { backend, start }
}

type Row = 'deltaRms' | 'weightGradientL2' | 'weightGradientMaxAbs' | 'biasGradientL2'
const exponents = ({ statistics }: Backend, name: Row): number[] =>
  Array.from(statistics[name].value, (value, l) => log10(scaled(value, statistics[name].exponent[l]!)))

describe('beyond float32’s range', () => {
  it('500 sigmoid layers record what the float64 backend does, 1e-400 and smaller', () => {
    const task = deepSigmoid(500, 1)
    const found = stepped(createFloat32Backend, task).backend
    const wanted = stepped(createFloat64Backend, task).backend
    for (const name of ['deltaRms', 'weightGradientL2', 'weightGradientMaxAbs'] as const) {
      const exact = exponents(wanted, name)
      assert.ok(exact[0]! < -320)
      exponents(found, name).forEach((value, l) => {
        assert.ok(Math.abs(value - exact[l]!) < 1e-3, `${name}, layer ${l}: 1e${value} instead of 1e${exact[l]}`)
      })
    }
  })

  it('parameters move only by what float32 holds', () => {
    const task = deepSigmoid(100, 1)
    const layout = layoutOf(task.inputs, task.layers)
    const { backend, start } = stepped(createFloat32Backend, task, 3)
    const now = backend.parameters()
    const largest = exponents(backend, 'weightGradientMaxAbs')
    layout.layers.forEach(({ weights, biases, outputs }, l) => {
      const moved = now.subarray(weights, biases + outputs).some((value, i) => value !== start[weights + i])
      if (largest[l]! < -50) assert.ok(!moved, `layer ${l} moved by a gradient of 1e${largest[l]}`)
      if (largest[l]! > -8) assert.ok(moved, `layer ${l} did not move by a gradient of 1e${largest[l]}`)
    })
  })

  it('leaving weights alone that no step can move changes no bit', () => {
    const task = deepSigmoid(60, 1)
    const layout = layoutOf(task.inputs, task.layers)
    const order = Int32Array.from({ length: 40 }, (_, i) => i)
    const drawn = initialize(task.layers, layout, createRandom(1).stream('weights'))
    const start = drawn.map((value, i) => (i % 83 === 0 ? value * 2 ** -25 : value)) // some that faint steps do move
    const [looking, always] = [true, false].map(measures => {
      const backend = new Float32Backend(task, layout)
      backend.setParameters(start)
      backend.measures = measures // without measurements every step is made
      for (let step = 0; step < 30; step++) backend.step(order, 0, 40, true)
      return backend.parameters()
    })
    assert.deepEqual(looking, always)
  })

  it('what float32 sees as 0 is marked, and only that', () => {
    const task = deepSigmoid(200, 1)
    const lost = (precision: TrainingTask['precision'], create: typeof createFloat32Backend) =>
      quantity(run({ ...task, precision, epochs: 0 }, create).columns[0]!, 'underflow_fraction')
    const { backend } = stepped(createFloat32Backend, task)
    const [weights, biases] = [exponents(backend, 'weightGradientMaxAbs'), exponents(backend, 'biasGradientL2')]
    const marks = lost('float32', createFloat32Backend)
    marks.forEach((mark, l) => {
      const size = Math.max(weights[l]!, biases[l]!)
      if (size < -46) assert.equal(mark, 1, `layer ${l}: 1e${size}`)
      if (size > -45) assert.equal(mark, 0, `layer ${l}: 1e${size}`)
    })
    assert.ok(new Set(marks).size === 2)
    assert.ok(lost('float64', createFloat64Backend).every(mark => mark === 0))
  })

  it('biases at 0 take on denormals as in plain float32, up to the rounding of denormals', () => {
    const task = deepSigmoid(100, 1)
    const layout = layoutOf(task.inputs, task.layers)
    const { backend } = stepped(createFloat32Backend, task)
    const wanted = stepped(createFloat64Backend, task).backend.parameters()
    backend.parameters().forEach((value, i) => {
      if (!layout.layers.some(({ biases, outputs }) => i >= biases && i < biases + outputs)) return
      const allowed = 1e-3 * Math.abs(wanted[i]!) + 2 ** -148
      assert.ok(Math.abs(value - wanted[i]!) <= allowed, `bias ${i}: ${value} instead of ${wanted[i]}`)
    })
  })

  it('the first value that is not finite is named', () => {
    const task = deepSigmoid(2, 1)
    const layout = layoutOf(task.inputs, task.layers)
    const backend = createFloat32Backend(task, layout)
    const order = Int32Array.from({ length: 40 }, (_, i) => i)
    const parameters = initialize(task.layers, layout, createRandom(1).stream('weights'))
    parameters[layout.layers[1]!.weights] = NaN
    backend.setParameters(parameters)
    assert.deepEqual(backend.step(order, 0, 40, true), { layer: 1, quantity: 'activation' })
    parameters[layout.layers[1]!.weights] = Infinity
    backend.setParameters(parameters)
    assert.deepEqual(backend.step(order, 0, 40, true), { layer: 1, quantity: 'activation' })
  })

  it('gradients that float32 would not hold are a fault of the gradient, and are recorded', () => {
    const layers = [layer(3, 'linear'), layer(3, 'linear'), layer(1, 'linear')]
    const samples = { count: 1, inputs: Float64Array.of(1e25, 0), targets: Float64Array.of(0) }
    const task = taskWith({ layers, loss: 'mse', batchSize: 1, train: samples })
    const layout = layoutOf(2, layers)
    const backend = createFloat32Backend(task, layout)
    const parameters = new Float64Array(layout.parameters).fill(1e-10)
    parameters.fill(1e14, layout.layers[2]!.weights)
    backend.setParameters(parameters)
    const fault = backend.step(Int32Array.of(0), 0, 1, true)
    assert.deepEqual(fault, { layer: 1, quantity: 'gradient' })
    assert.deepEqual(Array.from(backend.statistics.seen.subarray(0, 2)), [Infinity, Infinity])
    const exact = createFloat64Backend(task, layout)
    exact.setParameters(parameters)
    exact.step(Int32Array.of(0), 0, 1, true)
    exponents(backend, 'weightGradientMaxAbs').forEach((value, l) => {
      assert.ok(Math.abs(value - exponents(exact, 'weightGradientMaxAbs')[l]!) < 1e-3, `layer ${l}: 1e${value}`)
    })
    const marked = run(
      { ...task, precision: 'float32', epochs: 0, initialParameters: parameters },
      createFloat32Backend
    )
    assert.deepEqual(quantity(marked.columns[0]!, 'overflow_fraction').slice(0, 2), [1, 1])
  })
})
