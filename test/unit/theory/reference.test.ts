import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'mocha'
import type { ActivationName, ActivationSpec } from '../../../src/catalogue'
import { chiAt, criticalSigmaW2, fixedPoint, nextQ } from '../../../src/theory'
import { momentsOf } from '../../../src/theory/moments'

interface Reference {
  readonly maps: readonly {
    readonly activation: ActivationName
    readonly sigma_w2: number
    readonly sigma_b2: number
    readonly q: readonly number[]
    readonly chi: readonly number[]
    readonly variance_per_unit: readonly number[]
  }[]
  readonly fixed_points: readonly {
    readonly activation: ActivationName
    readonly sigma_w2: number
    readonly sigma_b2: number
    readonly q_star: number
    readonly chi: number
  }[]
}

const file = path.join(process.cwd(), 'test', 'reference', 'theory', 'signal-propagation.json')
const { maps, fixed_points } = JSON.parse(readFileSync(file, 'utf8')) as Reference

const specOf = (name: ActivationName): ActivationSpec =>
  name === 'leaky_relu' ? { name, negative_slope: 0.01 } : { name }

function assertNear(actual: number, expected: number, relative: number, what: string): void {
  assert.ok(Math.abs(actual - expected) <= relative * Math.abs(expected), `${what}: ${actual}, not ${expected}`)
}

describe('the maps of mean-field theory', () => {
  for (const { activation, sigma_w2, sigma_b2, q, chi, variance_per_unit } of maps)
    it(`of ${activation} with σ_w² ${sigma_w2} and σ_b² ${sigma_b2} are those of an independent integration`, () => {
      const spec = specOf(activation)
      q.forEach((here, i) => {
        if (i > 0) assertNear(nextQ(spec, sigma_w2, sigma_b2, q[i - 1]!), here, 1e-6, `q ${i}`)
        assertNear(chiAt(spec, sigma_w2, here), chi[i]!, 1e-6, `chi ${i}`)
        // The reference's midpoint rule is off by 2e-6 where φ′ has a kink or a step.
        assertNear(momentsOf(spec, here).spread, variance_per_unit[i]!, 3e-6, `variance ${i}`)
      })
    })

  it('are exact for tanh of a huge signal, which is a step', () => {
    const { square, slopeSquare } = momentsOf({ name: 'tanh' }, 1e8)
    assertNear(square, 1, 1e-3, 'E[tanh²]')
    // ∫ sech⁴ = 4/3, and the density at 0 is 1/√(2πq)
    assertNear(slopeSquare, 4 / 3 / Math.sqrt(2 * Math.PI * 1e8), 1e-6, 'E[sech⁴]')
  })
})

describe('fixed points', () => {
  for (const { activation, sigma_w2, sigma_b2, q_star, chi } of fixed_points)
    it(`of ${activation} with σ_w² ${sigma_w2} and σ_b² ${sigma_b2}`, () => {
      const found = fixedPoint(specOf(activation), sigma_w2, sigma_b2)
      assertNear(found.q, q_star, 1e-6, 'q*')
      assertNear(found.chi, chi, 1e-6, 'χ*')
    })

  it('of tanh are critical at σ_w² 1.76095 with σ_b² 0.05, where q* is 0.57005 (Schoenholz et al. 2017)', () => {
    const critical = criticalSigmaW2({ name: 'tanh' }, 0.05)!
    assertNear(critical, 1.76095, 1e-5, 'σ_w²')
    assertNear(fixedPoint({ name: 'tanh' }, critical, 0.05).q, 0.57005, 1e-4, 'q*')
  })

  it('of tanh without biases are critical at σ_w² 1', () => {
    assertNear(criticalSigmaW2({ name: 'tanh' }, 0)!, 1, 1e-3, 'σ_w²')
  })

  const CRITICAL: [ActivationName, number, number][] = [
    ['relu', 0, 2], // χ is σ_w²/2 whatever q
    ['relu', 0.05, 2],
    ['linear', 0.05, 1],
    ['selu', 0, 2 / (1.0507009873554805 ** 2 * (1 + 1.6732632423543772 ** 2))] // q* is 0: half of the slopes are λ, half λα
  ]
  for (const [activation, sigmaB2, sigmaW2] of CRITICAL)
    it(`of ${activation} with σ_b² ${sigmaB2} are critical at σ_w² ${sigmaW2.toPrecision(4)}`, () => {
      assertNear(criticalSigmaW2(specOf(activation), sigmaB2)!, sigmaW2, 1e-5, 'σ_w²')
    })

  it('of sigmoid are critical only with very large weights', () => {
    const critical = criticalSigmaW2({ name: 'sigmoid' }, 0)!
    assert.ok(critical > 100 && critical < 106, `${critical}`)
    assertNear(fixedPoint({ name: 'sigmoid' }, critical, 0).chi, 1, 1e-5, 'χ*')
  })

  it('are nowhere critical where χ* jumps over 1, as q* of gelu with small biases runs away', () => {
    const chi = (sigmaW2: number) => fixedPoint({ name: 'gelu' }, sigmaW2, 0.05).chi
    assert.ok(chi(2.234) < 0.8 && chi(2.235) > 1.05, `${chi(2.234)} … ${chi(2.235)}`)
    assert.equal(criticalSigmaW2({ name: 'gelu' }, 0.05), null)
  })

  it('have a depth scale in layers', () => {
    const { chi, depthScale } = fixedPoint({ name: 'tanh' }, 1, 0.05)
    assertNear(depthScale, 1 / Math.abs(Math.log(chi)), 1e-12, 'ξ')
  })

  it('are infinite or zero where the signal grows or dies for ever', () => {
    assert.equal(fixedPoint({ name: 'relu' }, 3, 0).q, Infinity)
    assert.equal(fixedPoint({ name: 'relu' }, 1, 0).q, 0)
    assert.equal(fixedPoint({ name: 'tanh' }, 0.5, 0).q, 0)
  })
})
