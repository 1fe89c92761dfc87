import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createRandom, exp, tanh } from '../../../src/arithmetic'

describe('exp(x)', () => {
  it('is within 1 unit in the last place of the exact value', () => {
    assert.equal(exp(0), 1)
    assertUlps(exp(1), 2.718281828459045, 1)
    assertUlps(exp(-1), 0.36787944117144233, 1)
    assertUlps(exp(10.5), 36315.502674246636, 1)
    assertUlps(exp(-100), 3.720075976020836e-44, 1)
    assertUlps(exp(709.5), 1.3549863193146328e308, 1)
    assertUlps(exp(-708), 3.307553003638408e-308, 1)
  })

  it('agrees with the host to 1 unit in the last place everywhere', () => {
    for (const x of spread(700)) assertUlps(exp(x), Math.exp(x), 1)
  })

  it('ends in Infinity, subnormal numbers and 0', () => {
    assert.equal(exp(710), Infinity)
    assert.equal(exp(Infinity), Infinity)
    assert.equal(exp(-745), 5e-324)
    assert.equal(exp(-746), 0)
    assert.equal(exp(-Infinity), 0)
    assert.ok(Number.isNaN(exp(NaN)))
  })
})

describe('tanh(x)', () => {
  it('agrees with the host to 2 units in the last place everywhere', () => {
    for (const x of [...spread(25), ...spread(1), ...spread(1e-8)]) assertUlps(tanh(x), Math.tanh(x), 2)
  })

  it('is ±1 far out, odd, and NaN for NaN', () => {
    assert.equal(tanh(400), 1)
    assert.equal(tanh(-Infinity), -1)
    assert.equal(tanh(-0.3), -tanh(0.3))
    assert.ok(Number.isNaN(tanh(NaN)))
  })
})

function spread(size: number): number[] {
  const random = createRandom(5)
  return Array.from({ length: 5000 }, () => (2 * random.uniform() - 1) * size)
}

function assertUlps(found: number, expected: number, ulps: number): void {
  const unit = 2 ** (Math.max(Math.floor(Math.log2(Math.abs(expected))), -1022) - 52)
  assert.ok(Math.abs(found - expected) <= ulps * unit, `${found} instead of ${expected}`)
}
