import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { bfloat16, float16 } from '../../../src/engine/half'

const FINITE_HALVES = 0x7c00

describe('float16(bits)', () => {
  it('gives the numbers of IEEE 754', () => {
    const known: readonly (readonly [number, number])[] = [
      [0x3c00, 1],
      [0xc000, -2],
      [0x3555, 0.333251953125],
      [0x7bff, 65504],
      [0x0400, 2 ** -14],
      [0x03ff, 1023 * 2 ** -24],
      [0x0001, 2 ** -24],
      [0x0000, 0],
      [0x8000, -0],
      [0x7c00, Infinity],
      [0xfc00, -Infinity],
      [0x7e00, NaN]
    ]
    for (const [bits, value] of known)
      assert.ok(Object.is(float16(bits), value), `${bits.toString(16)}: ${float16(bits)}`)
  })

  it('rises with the bits, and falls below zero', () => {
    for (let bits = 1; bits < FINITE_HALVES; bits++) {
      assert.ok(float16(bits) > float16(bits - 1))
      assert.equal(float16(bits | 0x8000), -float16(bits))
    }
  })
})

describe('bfloat16(bits)', () => {
  it('is the float32 with these bits in front', () => {
    const view = new DataView(new ArrayBuffer(4))
    for (let bits = 0; bits < 0x10000; bits++) {
      view.setUint16(0, bits)
      assert.ok(Object.is(bfloat16(bits), view.getFloat32(0)))
    }
  })
})
