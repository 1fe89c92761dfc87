import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { activationOf } from '../../../src/engine/activation'
import type { ActivationSpec } from '../../../src/engine'

/** φ(-1.5), φ(0.5) by a 50-digit calculation. */
const VALUES: [ActivationSpec, number, number][] = [
  [{ name: 'sigmoid' }, 0.18242552380635635, 0.6224593312018546],
  [{ name: 'tanh' }, -0.9051482536448664, 0.46211715726000973],
  [{ name: 'relu' }, 0, 0.5],
  [{ name: 'leaky_relu', negative_slope: 0.01 }, -0.015, 0.5],
  [{ name: 'elu' }, -0.7768698398515702, 0.5],
  [{ name: 'selu' }, -1.3658143533672527, 0.5253504936777402],
  [{ name: 'gelu' }, -0.1002108019032871, 0.34573123063700656],
  [{ name: 'silu' }, -0.27363828570953454, 0.3112296656009273],
  [{ name: 'softplus' }, 0.2014132779827524, 0.9740769841801067],
  [{ name: 'softsign' }, -0.6, 1 / 3],
  [{ name: 'mish' }, -0.29809974216680674, 0.37524521130489513],
  [{ name: 'linear' }, -1.5, 0.5]
]

const STEP = 1e-5
const POINTS = [-9, -3, -1.5, -0.7, -0.1, 0.1, 0.5, 1.3, 4, 9]

/** φ and φ′ of one number. */
function scalar(spec: ActivationSpec) {
  const { values, slopes } = activationOf(spec)
  const out = new Float64Array(1)
  return {
    value: (z: number) => (values(Float64Array.of(z), out, 1), out[0]!),
    slope: (z: number, a: number) => (slopes(Float64Array.of(z), Float64Array.of(a), out, 1), out[0]!)
  }
}

describe('activationOf(spec)', () => {
  for (const [spec, low, high] of VALUES) {
    const { value, slope } = scalar(spec)
    it(`${spec.name}: value(z) is φ(z)`, () => {
      for (const [z, expected] of [
        [-1.5, low],
        [0.5, high]
      ] as const) {
        // prettier-ignore
        assert.ok(Math.abs(value(z) - expected) <= 4e-16, `φ(${z}) = ${value(z)} instead of ${expected}`)
      }
    })
    it(`${spec.name}: slope(z, φ(z)) is the limit of differences`, () => {
      for (const z of POINTS) {
        const difference = (value(z + STEP) - value(z - STEP)) / (2 * STEP)
        assert.ok(Math.abs(slope(z, value(z)) - difference) < 1e-9, `φ′(${z})`)
      }
    })
    it(`${spec.name}: NaN stays NaN`, () => assert.ok(Number.isNaN(value(NaN))))
  }

  it('the slope at 0 is 0 for relu, as in PyTorch', () => assert.equal(scalar({ name: 'relu' }).slope(0, 0), 0))

  it('softplus is z itself beyond 20, as in PyTorch', () => {
    const { value, slope } = scalar({ name: 'softplus' })
    assert.equal(value(20.5), 20.5)
    assert.equal(slope(20.5, 20.5), 1)
    assert.ok(Math.abs(slope(-40, value(-40)) / 4.248354255291589e-18 - 1) < 1e-15)
  })

  it('mish keeps its digits far from 0, where e^z vanishes or overflows', () => {
    const { value, slope } = scalar({ name: 'mish' })
    assert.ok(Math.abs(value(-40) / -1.6993417021166355e-16 - 1) < 1e-15)
    assert.ok(Math.abs(slope(-40, value(-40)) / -1.6568581595637197e-16 - 1) < 1e-15)
    for (const z of [25, 400, 1e300]) assert.deepEqual([value(z), slope(z, z)], [z, 1])
    assert.deepEqual([value(-1e300), slope(-1e300, 0)], [-0, 0])
  })
})
