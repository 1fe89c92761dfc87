import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { ACTIVATION_NAMES, activationEntry, type ActivationName, type ActivationSpec } from '../../../src/catalogue'
import { activationOf } from '../../../src/engine/activation'

const SLOPE = 0.3
const POINTS = [-700, -40, -9, -3.1, -1.5, -0.7, -0.1, 0.1, 0.4, 1.3, 4, 9, 40, 700]

const specOf = (name: ActivationName): ActivationSpec =>
  name === 'leaky_relu' ? { name, negative_slope: SLOPE } : { name }

/** φ and φ′ of the engine at z. */
function computed(name: ActivationName, z: number): { value: number; slope: number } {
  const { values, slopes } = activationOf(specOf(name))
  const [a, slope] = [new Float64Array(1), new Float64Array(1)]
  values(Float64Array.of(z), a, 1)
  slopes(Float64Array.of(z), a, slope, 1)
  return { value: a[0]!, slope: slope[0]! }
}

const close = (value: number, expected: number, what: string): void =>
  assert.ok(Math.abs(value - expected) <= 1e-6 * Math.max(1, Math.abs(expected)), `${what}: ${value}, not ${expected}`)

describe('an activation of the catalogue', () => {
  for (const name of ACTIVATION_NAMES) {
    const { value, slope, steepest, dies, description } = activationEntry(name)

    it(`${name} is the function that the engine computes`, () => {
      for (const z of POINTS) {
        const engine = computed(name, z)
        close(value(z, SLOPE), engine.value, `φ(${z})`)
        close(slope(z, SLOPE), engine.slope, `φ′(${z})`)
      }
    })

    it(`${name} has a derivative that is the limit of differences`, () => {
      for (const z of POINTS.filter(z => Math.abs(z) < 10)) {
        const difference = (value(z + 1e-4, SLOPE) - value(z - 1e-4, SLOPE)) / 2e-4
        assert.ok(Math.abs(difference - slope(z, SLOPE)) < 1e-5, `φ′(${z})`)
      }
    })

    it(`${name} says what becomes of its units`, () => {
      const sizes = POINTS.map(z => Math.abs(slope(z, SLOPE)))
      if (steepest !== null) {
        assert.ok(Math.max(...sizes) <= steepest)
        assert.ok(slope(-700, SLOPE) < 0.01 * steepest && slope(700, SLOPE) < 0.01 * steepest, 'flat on both sides')
      }
      assert.equal(
        dies,
        steepest === null && POINTS.every(z => z > 0 || (value(z, SLOPE) === 0 && slope(z, SLOPE) === 0))
      )
      assert.match(description, /\.$/)
    })
  }
})
