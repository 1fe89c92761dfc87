import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { ACTIVATION_NAMES } from '../../../src/catalogue'
import { createFloat64Backend, createRandom, layoutOf, type ActivationName, type Backend } from '../../../src/engine'
import { at, formatScaled, log10, toNumber } from '../../../src/record'
import { SGD, layer, quantity, randomSamples, run, taskWith } from './taskWith'

/** Biases of the first hidden layer far out, so that its units are saturated or dead for every sample. */
const shifted = (outputs: number, activation: ActivationName, value: number) =>
  layer(outputs, activation, { biasInitializer: { name: 'constant', value } })

describe('saturated fraction', () => {
  for (const activation of ['sigmoid', 'tanh', 'softsign'] as const) {
    it(`${activation}: 1 where the slope is under 1 % of its maximum, 0 near 0`, () => {
      const far = run(taskWith({ layers: [shifted(6, activation, 40), layer(2, 'linear')], epochs: 0 }))
      assert.deepEqual(quantity(far.columns[0]!, 'saturated_fraction'), [1, null])
      const near = run(
        taskWith({
          epochs: 0,
          layers: [
            layer(6, activation, { initializer: { name: 'random_normal', mean: 0, stddev: 0.01 } }),
            layer(2, 'linear')
          ]
        })
      )
      assert.deepEqual(quantity(near.columns[0]!, 'saturated_fraction'), [0, null])
    })
  }

  it('needs 99 % of the mini-batch: one sample of 100 may be left out, two may not', () => {
    for (const [alive, expected] of [
      [1, 1],
      [2, 0]
    ] as const) {
      const inputs = new Float64Array(100).map((_, i) => (i < alive ? 0 : 50))
      const train = { count: 100, inputs, targets: new Float64Array(100) }
      const layers = [layer(1, 'tanh', { initializer: { name: 'constant', value: 1 } }), layer(2, 'linear')]
      const { columns } = run(taskWith({ inputs: 1, layers, train, batchSize: 100, epochs: 0 }))
      assert.equal(quantity(columns[0]!, 'saturated_fraction')[0], expected)
    }
  })

  it('does not apply to other activations', () => {
    const saturating = ['sigmoid', 'tanh', 'softsign']
    for (const activation of ACTIVATION_NAMES.filter(name => !saturating.includes(name))) {
      const { columns } = run(taskWith({ layers: [layer(3, activation), layer(2, 'linear')], epochs: 0 }))
      assert.deepEqual(quantity(columns[0]!, 'saturated_fraction'), [null, null], activation)
    }
  })
})

describe('dead fraction', () => {
  it('is 1 where every unit is 0 for all samples, and does not apply beside relu', () => {
    const { columns } = run(
      taskWith({ layers: [shifted(4, 'relu', -100), layer(3, 'tanh'), layer(2, 'linear')], epochs: 1 })
    )
    assert.deepEqual(quantity(columns[1]!, 'dead_fraction'), [1, null, null])
  })

  it('looks at all samples of the epoch, not at one mini-batch, and starts anew with each epoch', () => {
    const inputs = Float64Array.from({ length: 48 }, (_, i) => (i < 16 ? 1 : -1))
    const train = { count: 48, inputs, targets: new Float64Array(48) }
    const layers = [layer(1, 'relu', { initializer: { name: 'constant', value: 1 } }), layer(2, 'linear')]
    const first = { inputs: 1, layers, train, shuffle: false, optimizer: { ...SGD, learning_rate: 0 }, epochs: 1 }
    assert.equal(quantity(run(taskWith(first)).columns[1]!, 'dead_fraction')[0], 0)
    const negative = { ...train, inputs: inputs.map(() => -1) }
    assert.equal(quantity(run(taskWith({ ...first, train: negative })).columns[1]!, 'dead_fraction')[0], 1)
    const later = { ...train, inputs: inputs.map(x => -x) } // column 0 sees 16 samples, all of them below 0
    const { columns } = run(taskWith({ ...first, train: later }))
    assert.deepEqual(
      columns.map(column => quantity(column, 'dead_fraction')[0]),
      [1, 0]
    )
  })
})

describe('quantiles of z', () => {
  it("are those of the epoch's last mini-batch, before its update, interpolated linearly", () => {
    const inputs = Float64Array.from({ length: 8 }, (_, i) => [9, 9, 9, 9, 4, 1, 3, 2][i]!)
    const layers = [layer(2, 'linear', { initializer: { name: 'constant', value: 1 } })]
    const train = { count: 8, inputs, targets: new Float64Array(8) }
    const optimizer = { ...SGD, learning_rate: 0 }
    const { columns } = run(taskWith({ inputs: 1, layers, train, batchSize: 4, shuffle: false, epochs: 1, optimizer }))
    const found = (['z_q01', 'z_q50', 'z_q99'] as const).map(name => quantity(columns[1]!, name)[0]!)
    assert.deepEqual(found, [1, 2.5, 4]) // z: 1 1 2 2 3 3 4 4; 0.07 of the way from 1 to 1, 6.93 from 4 to 4
    assert.equal(quantity(columns[0]!, 'z_q50')[0], 9)
  })

  it('are not touched by the test split', () => {
    const plain = run(taskWith())
    const tested = run(taskWith({ test: randomSamples(30, 2, 2, 9) }))
    assert.deepEqual(quantity(tested.columns[3]!, 'z_q99'), quantity(plain.columns[3]!, 'z_q99'))
  })
})

describe('delta', () => {
  it('does not depend on the size of the mini-batch: twice the same samples give the same', () => {
    const once = randomSamples(8, 2, 2)
    const twice = {
      count: 16,
      inputs: Float64Array.of(...once.inputs, ...once.inputs),
      targets: Float64Array.of(...once.targets, ...once.targets)
    }
    const [single, double] = [once, twice].map(train => run(taskWith({ train, epochs: 0 })).columns[0]!)
    quantity(single!, 'delta_rms').forEach((delta, l) => {
      assert.ok(Math.abs(quantity(double!, 'delta_rms')[l]! / delta! - 1) < 1e-14)
    })
  })

  it('shrinks by 0.236 a layer in a sigmoid network with xavier and zero biases (mean-field theory)', () => {
    const layers = [...Array.from({ length: 10 }, () => layer(64, 'sigmoid')), layer(2, 'linear')]
    const ratios = [1, 2, 3, 4, 5].map(seed => {
      const deltas = quantity(
        run(taskWith({ layers, seed, epochs: 0, train: randomSamples(64, 2, 2, seed), batchSize: 64 })).columns[0]!,
        'delta_rms'
      )
      return (deltas[0]! / deltas[9]!) ** (1 / 9)
    })
    for (const ratio of ratios) assert.ok(Math.abs(ratio - 0.236) < 0.02, `${ratio}`)
  })
})

describe('magnitudes beyond float64', () => {
  const deep = [...Array.from({ length: 800 }, () => layer(3, 'sigmoid')), layer(2, 'linear')]
  const { columns, events } = run(taskWith({ layers: deep, epochs: 1, train: randomSamples(8, 2, 2), batchSize: 8 }))
  const deltas = Array.from({ length: 801 }, (_, l) => at(columns[1]!.quantities.delta_rms, 0, l))

  it('a delta that has vanished below 1e-308 is recorded as it is', () => {
    assert.ok(log10(deltas[0]!) < -400, formatScaled(deltas[0]!))
    const gradient = log10(at(columns[1]!.quantities.weight_gradient_l2, 0, 0))
    assert.ok(gradient < -400 && gradient > log10(deltas[0]!) - 3)
    assert.equal(events.nonfinite, null)
  })

  it('it goes on falling as it does where float64 still holds it', () => {
    const slope = (from: number, to: number) => (log10(deltas[to]!) - log10(deltas[from]!)) / (to - from)
    assert.ok(Math.abs(slope(0, 300) / slope(500, 800) - 1) < 0.1)
    const steps = deltas.slice(1, 800).map((delta, l) => log10(delta) - log10(deltas[l]!))
    assert.ok(steps.every(step => step > 0 && step < 3))
  })

  it('what is too small for float64 does not move the weights', () => {
    const before = at(columns[0]!.quantities.weight_l2, 0, 0)
    assert.deepEqual(before, at(columns[1]!.quantities.weight_l2, 0, 0))
    assert.equal(toNumber(at(columns[1]!.quantities.update_ratio, 0, 0)), 0)
  })

  it('scaling changes no bit where it is not needed, and no digit that float64 holds', () => {
    const half = [...Array.from({ length: 100 }, () => layer(3, 'sigmoid')), layer(2, 'linear')]
    const measured = run(taskWith({ layers: half, epochs: 0, train: randomSamples(8, 2, 2), batchSize: 8 })).columns[0]!
    const plain = plainDeltas(100)
    quantity(measured, 'delta_rms').forEach((delta, l) =>
      assert.ok(Math.abs(delta! / plain[l]! - 1) < 1e-12, `layer ${l}`)
    )
  })

  /** RMS of B ∂loss/∂z of every layer by the formulas, without any scaling. */
  function plainDeltas(depth: number): number[] {
    const task = taskWith({
      layers: [...Array.from({ length: depth }, () => layer(3, 'sigmoid')), layer(2, 'linear')],
      train: randomSamples(8, 2, 2),
      batchSize: 8,
      epochs: 0
    })
    const parameters = run(task).result.parameters()
    const { layers } = layoutOf(2, task.layers)
    const squares = layers.map(() => 0)
    for (let sample = 0; sample < 8; sample++) {
      const activations = [Array.from(task.train.inputs.subarray(2 * sample, 2 * sample + 2))]
      for (const { weights, biases, inputs, outputs } of layers) {
        const before = activations.at(-1)!
        const z = Array.from({ length: outputs }, (_, u) =>
          before.reduce((sum, a, i) => sum + a * parameters[weights + u * inputs + i]!, parameters[biases + u]!)
        )
        activations.push(outputs === 2 ? z : z.map(value => 1 / (1 + Math.exp(-value))))
      }
      const logits = activations.at(-1)!
      const total = logits.reduce((sum, z) => sum + Math.exp(z), 0)
      let delta = logits.map((z, i) => Math.exp(z) / total - (i === task.train.targets[sample] ? 1 : 0))
      for (let l = layers.length - 1; l >= 0; l--) {
        squares[l]! += delta.reduce((sum, d) => sum + d * d, 0)
        const { weights, inputs } = layers[l]!
        const below = activations[l]!
        delta = below.map(
          (a, i) => a * (1 - a) * delta.reduce((sum, d, u) => sum + d * parameters[weights + u * inputs + i]!, 0)
        )
      }
    }
    return squares.map((square, l) => Math.sqrt(square / (8 * layers[l]!.outputs)))
  }
})

describe('the float64 backend', () => {
  const task = taskWith()
  const layout = layoutOf(task.inputs, task.layers)
  const order = Int32Array.from({ length: 48 }, (_, i) => i)
  const fresh = (): Backend => {
    const backend = createFloat64Backend(task, layout)
    const random = createRandom(1)
    backend.setParameters(new Float64Array(layout.parameters).map(() => random.normal()))
    return backend
  }

  it('step without update changes no state', () => {
    const backend = fresh()
    const before = backend.parameters()
    backend.step(order, 0, 16, false)
    assert.deepEqual(backend.parameters(), before)
    assert.ok(backend.statistics.updateL2.value.every(norm => norm === 0))
    backend.step(order, 0, 16, true)
    assert.notDeepEqual(backend.parameters(), before)
  })

  it('predict gives the logits of the rows it is asked for', () => {
    const backend = fresh()
    const all = Float64Array.from(backend.predict(task.train.inputs, 0, 48))
    assert.deepEqual(Float64Array.from(backend.predict(task.train.inputs, 20, 5)), all.slice(40, 50))
    backend.step(order, 0, 16, false)
    assert.deepEqual(Float64Array.from(backend.preactivations(1)), all.slice(0, 32))
  })

  it('magnitudes are those of the gradient as the optimizer sees it before clipping', () => {
    const [free, clipped] = [SGD, { ...SGD, clipnorm: 1e-3 }].map(
      optimizer => run(taskWith({ optimizer, epochs: 0 })).columns[0]!
    )
    assert.deepEqual(free!.quantities, clipped!.quantities)
  })

  it('the accuracy counts the classes that have the largest logit', () => {
    const backend = fresh()
    backend.step(order, 0, 16, false)
    const logits = backend.preactivations(1)
    const right = Array.from(
      { length: 16 },
      (_, i) => (logits[2 * i + 1]! > logits[2 * i]! ? 1 : 0) === task.train.targets[i]
    )
    assert.equal(backend.statistics.accuracy, right.filter(Boolean).length / 16)
  })
})
