import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createRandom, layoutOf, type ActivationSpec, type InitializerSpec, type LayerSpec } from '../../../src/engine'
import { initialize } from './initialize'
import { layer } from './taskWith'

const [FAN_IN, FAN_OUT] = [200, 100]

/** Weights [FAN_OUT × FAN_IN] and biases [FAN_OUT] of one layer. */
function draw(
  initializer: InitializerSpec,
  biasInitializer: InitializerSpec | null = null,
  seed = 1,
  activation: ActivationSpec = { name: 'tanh' }
) {
  const layers = [layer(FAN_OUT, 'tanh', { initializer, biasInitializer, activation })]
  const parameters = initialize(layers, layoutOf(FAN_IN, layers), createRandom(seed))
  return { weights: parameters.slice(0, FAN_IN * FAN_OUT), biases: parameters.slice(FAN_IN * FAN_OUT) }
}

function moments(values: Float64Array) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  const kurtosis = values.reduce((sum, value) => sum + (value - mean) ** 4, 0) / values.length / variance ** 2
  return { mean, variance, kurtosis, largest: Math.max(...values.map(Math.abs)) }
}

const NORMAL_KURTOSIS = 3
const UNIFORM_KURTOSIS = 1.8

const VARIANCES: [InitializerSpec, number, number][] = [
  [{ name: 'xavier', gain: 1 }, 1 / FAN_IN, NORMAL_KURTOSIS],
  [{ name: 'lecun_normal', gain: 1 }, 1 / FAN_IN, NORMAL_KURTOSIS],
  [{ name: 'lecun_uniform', gain: 1 }, 1 / FAN_IN, UNIFORM_KURTOSIS],
  [{ name: 'glorot_normal', gain: 1 }, 2 / (FAN_IN + FAN_OUT), NORMAL_KURTOSIS],
  [{ name: 'glorot_uniform', gain: 1 }, 2 / (FAN_IN + FAN_OUT), UNIFORM_KURTOSIS],
  [{ name: 'he', gain: 1 }, 2 / FAN_IN, NORMAL_KURTOSIS],
  [{ name: 'he_normal', gain: 3 }, 18 / FAN_IN, NORMAL_KURTOSIS],
  [{ name: 'he_uniform', gain: 0.5 }, 0.5 / FAN_IN, UNIFORM_KURTOSIS],
  [{ name: 'random_normal', mean: 0, stddev: 0.05 }, 0.0025, NORMAL_KURTOSIS],
  [{ name: 'random_uniform', minval: -0.05, maxval: 0.05 }, 0.0025 / 3, UNIFORM_KURTOSIS],
  [{ name: 'torch_default' }, 1 / FAN_IN / 3, UNIFORM_KURTOSIS]
]

describe('initialize(layers, layout, random)', () => {
  for (const [spec, variance, kurtosis] of VARIANCES) {
    it(`${spec.name} has mean 0, its variance and its shape`, () => {
      const found = moments(draw(spec).weights)
      const deviation = Math.sqrt(variance)
      assert.ok(Math.abs(found.mean) < 0.03 * deviation)
      assert.ok(Math.abs(found.variance / variance - 1) < 0.03, `variance ${found.variance} instead of ${variance}`)
      assert.ok(Math.abs(found.kurtosis - kurtosis) < 0.15)
      if (kurtosis === UNIFORM_KURTOSIS) assert.ok(found.largest <= Math.sqrt(3) * deviation)
      else assert.ok(found.largest > 3.2 * deviation, 'normals are not truncated')
    })
  }

  it('he is he_normal', () => {
    assert.deepEqual(draw({ name: 'he', gain: 1 }), draw({ name: 'he_normal', gain: 1 }))
  })

  for (const slope of [0.01, 0.1, 0.25, 1, -0.5])
    for (const name of ['he', 'he_normal', 'he_uniform'] as const)
      it(`${name} counts a leaky_relu slope of ${slope} as PyTorch's calculate_gain does`, () => {
        const leaky = draw({ name, gain: 1 }, null, 1, { name: 'leaky_relu', negative_slope: slope }).weights
        const plain = draw({ name, gain: 1 }, null, 1, { name: 'relu' }).weights
        const share = Math.sqrt(2 / (1 + slope ** 2)) / Math.SQRT2
        leaky.forEach((weight, i) => assert.ok(Math.abs(weight - share * plain[i]!) <= 1e-15))
      })

  it('only he counts the slope, and a slope of 0 changes no bit', () => {
    const leaky = { name: 'leaky_relu', negative_slope: 0.3 } as const
    for (const name of ['xavier', 'lecun_normal', 'glorot_uniform'] as const)
      assert.deepEqual(draw({ name, gain: 1 }, null, 1, leaky), draw({ name, gain: 1 }))
    const he = { name: 'he', gain: 1 } as const
    assert.deepEqual(draw(he, null, 1, { name: 'leaky_relu', negative_slope: 0 }), draw(he))
  })

  it('he of the output layer is the plain one, whatever the hidden layers are', () => {
    const he = { initializer: { name: 'he', gain: 1 } } as const
    const outputOf = (hidden: ActivationSpec['name']) => {
      const layers = [layer(4, hidden, he), layer(3, 'linear', he)]
      return initialize(layers, layoutOf(2, layers), createRandom(1)).slice(-15)
    }
    assert.deepEqual(outputOf('leaky_relu'), outputOf('relu'))
  })

  it('random_normal and random_uniform keep their mean', () => {
    const normal = moments(draw({ name: 'random_normal', mean: 3, stddev: 0.5 }).weights)
    assert.ok(Math.abs(normal.mean - 3) < 0.02)
    const uniform = moments(draw({ name: 'random_uniform', minval: 1, maxval: 2 }).weights)
    assert.ok(Math.abs(uniform.mean - 1.5) < 0.01)
  })

  it('zeros and constant set every weight', () => {
    assert.ok(draw({ name: 'zeros' }).weights.every(weight => weight === 0))
    assert.ok(draw({ name: 'constant', value: 0.25 }).weights.every(weight => weight === 0.25))
  })

  it('biases are 0 unless given; torch_default sets them too, within ±1/√fan_in', () => {
    assert.ok(draw({ name: 'he', gain: 1 }).biases.every(bias => bias === 0))
    assert.ok(draw({ name: 'he', gain: 1 }, { name: 'constant', value: 0.1 }).biases.every(bias => bias === 0.1))
    const torch = draw({ name: 'torch_default' }).biases
    assert.ok(torch.some(bias => bias !== 0) && torch.every(bias => Math.abs(bias) <= 1 / Math.sqrt(FAN_IN)))
    assert.ok(draw({ name: 'torch_default' }, { name: 'zeros' }).biases.every(bias => bias === 0))
  })

  it('mean_field draws W from N(0, σ_w²/fan_in) and b from N(0, σ_b²), unless biases are given', () => {
    for (const [sigma_w2, sigma_b2] of [
      [1.5, 0.05],
      [1.76095, 0.05],
      [4, 0.3]
    ] as const) {
      const spec: InitializerSpec = { name: 'mean_field', sigma_w2, sigma_b2 }
      const weights = moments(draw(spec).weights)
      const biases = moments(
        Float64Array.from(Array.from({ length: 100 }, (_, seed) => [...draw(spec, null, seed).biases]).flat())
      )
      assert.ok(Math.abs((weights.variance * FAN_IN) / sigma_w2 - 1) < 0.03)
      assert.ok(Math.abs(biases.variance / sigma_b2 - 1) < 0.05)
      for (const found of [weights, biases]) {
        assert.ok(Math.abs(found.mean) < 0.03 * Math.sqrt(found.variance))
        assert.ok(Math.abs(found.kurtosis - NORMAL_KURTOSIS) < 0.15)
      }
      assert.ok(draw(spec, { name: 'zeros' }).biases.every(bias => bias === 0))
      assert.ok(draw({ name: 'he', gain: 1 }, spec).biases.some(bias => bias !== 0))
    }
  })

  it('given parameters are taken as they are and must be as many as there are', () => {
    const values = Float64Array.from({ length: FAN_IN * FAN_OUT }, (_, i) => i)
    const biases = new Float64Array(FAN_OUT).fill(7)
    const drawn = draw({ name: 'given', values }, { name: 'given', values: biases })
    assert.deepEqual([drawn.weights, drawn.biases], [values, biases])
    assert.throws(() => draw({ name: 'given', values: biases }), /100 parameters are given where 20000 are needed/)
  })

  it('matrices are no biases', () => {
    assert.throws(() => draw({ name: 'he', gain: 1 }, { name: 'orthogonal', gain: 1 }), RangeError)
  })

  it('gives the same parameters for the same seed and others for another', () => {
    assert.deepEqual(draw({ name: 'xavier', gain: 1 }), draw({ name: 'xavier', gain: 1 }))
    assert.notDeepEqual(draw({ name: 'xavier', gain: 1 }), draw({ name: 'xavier', gain: 1 }, null, 2))
  })

  it('a layer keeps its weights when layers follow it', () => {
    const parametersOf = (layers: LayerSpec[]) => initialize(layers, layoutOf(2, layers), createRandom(1))
    const short = parametersOf([layer(4, 'tanh'), layer(4, 'tanh')])
    const long = parametersOf([layer(4, 'tanh'), layer(4, 'tanh'), layer(3, 'linear')])
    assert.deepEqual(long.slice(0, short.length), short)
  })
})
