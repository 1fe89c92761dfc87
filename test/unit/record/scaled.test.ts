import assert from 'node:assert/strict'
import { absent, formatScaled, log10, powerOfTwo, scaled, toNumber } from '../../../src/record'

describe('scaled(value, exponent)', () => {
  it('is exact for every kind of float64', () => {
    for (const value of [
      1,
      -1,
      1.5,
      3e-7,
      1e308,
      5e-324,
      2 ** -1022,
      -2.2e-310,
      Number.MAX_VALUE,
      0,
      Infinity,
      -Infinity
    ])
      assert.equal(toNumber(scaled(value)), value)
    assert.ok(Number.isNaN(toNumber(scaled(NaN))))
  })

  it('has a mantissa in [1, 2)', () => {
    for (const value of [5e-324, 0.3, -7, 1e300]) {
      const { mantissa } = scaled(value)
      assert.ok(Math.abs(mantissa) >= 1 && Math.abs(mantissa) < 2, String(mantissa))
    }
    assert.deepEqual(scaled(12, -2000), { mantissa: 1.5, exponent: -1997 })
  })
})

describe('toNumber(scaled)', () => {
  it('is 0 or infinite outside float64’s range, and null for what does not apply', () => {
    assert.equal(toNumber({ mantissa: 1.5, exponent: -1400 }), 0)
    assert.equal(toNumber({ mantissa: -1.5, exponent: 1400 }), -Infinity)
    assert.equal(toNumber(absent), null)
  })
})

describe('powerOfTwo(exponent)', () => {
  it('is exact down to the smallest number', () => {
    for (const exponent of [-1074, -1050, -1022, -1, 0, 52, 1023]) assert.equal(powerOfTwo(exponent), 2 ** exponent)
    assert.deepEqual([powerOfTwo(-1075), powerOfTwo(1024)], [0, Infinity])
  })
})

describe('formatScaled(number)', () => {
  it('shows what float64 cannot hold', () => {
    assert.equal(formatScaled({ mantissa: 1, exponent: -1329 }), '8.534e-401')
    assert.equal(formatScaled({ mantissa: -1, exponent: 4000 }), '-1.318e1204')
  })

  it('is short where the number is plain', () => {
    assert.deepEqual(
      [1e-99, 0.5, 12345.678, 1.23456e-9, 0, NaN, Infinity].map(value => formatScaled(scaled(value))),
      ['1e-99', '0.5', '12350', '1.235e-9', '0', 'NaN', 'Infinity']
    )
    assert.equal(formatScaled(absent), '–')
  })
})

describe('log10(number)', () => {
  it('goes on where float64 ends', () => {
    assert.ok(Math.abs(log10({ mantissa: 1.25, exponent: -1329 }) - (Math.log10(1.25) - 1329 * Math.log10(2))) < 1e-9)
    assert.equal(log10(scaled(0)), -Infinity)
  })
})
