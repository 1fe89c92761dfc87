import assert from 'node:assert/strict'
import fc from 'fast-check'
import { absent, exponentOf, formatScaled, log10, mantissaOf, powerOfTwo, scaled, toNumber } from '../../../src/record'

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

describe('exponentOf(value) and mantissaOf(value)', () => {
  const anyNumber = fc.double({ noDefaultInfinity: true, noNaN: true }).filter(value => value !== 0)

  it('divide any number into a mantissa in [1, 2) and a power of two, exactly', () => {
    fc.assert(
      fc.property(anyNumber, value => {
        const [mantissa, exponent] = [mantissaOf(value), exponentOf(value)]
        assert.ok(Math.abs(mantissa) >= 1 && Math.abs(mantissa) < 2, `${mantissa}`)
        assert.equal(toNumber({ mantissa, exponent }), value)
        assert.deepEqual(scaled(value, 7), { mantissa, exponent: exponent + 7 })
      }),
      { examples: [5e-324, 2 ** -1022, -(2 ** -1023), Number.MAX_VALUE, 2 ** 1023, -1].map(value => [value]) }
    )
  })

  it('leave what has no power of two as it is', () => {
    for (const value of [0, -0, NaN, Infinity, -Infinity])
      assert.deepEqual([mantissaOf(value), exponentOf(value)], [value, 0])
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
  it('is exact down to the smallest number, and 0 or infinite beyond', () => {
    for (let exponent = -1076; exponent <= 1025; exponent++) assert.equal(powerOfTwo(exponent), 2 ** exponent)
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
