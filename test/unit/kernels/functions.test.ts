import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createFloat64Backend, type PlainActivationName } from '../../../src/engine'
import { createFloat32Backend } from '../../../src/engine/wasm/float32Backend'
import { slopesOf, valuesOf } from './oneUnit'

/** Largest allowed error of φ relative to φ, and of φ relative to 1 where φ itself may be lost (a gelu far below 0). */
const ERRORS: Record<PlainActivationName, { relative: number; absolute: number }> = {
  sigmoid: { relative: 3e-7, absolute: 0 },
  tanh: { relative: 4e-7, absolute: 0 },
  relu: { relative: 0, absolute: 0 },
  elu: { relative: 3e-7, absolute: 0 },
  selu: { relative: 4e-7, absolute: 0 },
  gelu: { relative: 4e-7, absolute: 1e-6 },
  silu: { relative: 4e-7, absolute: 0 },
  softplus: { relative: 4e-7, absolute: 0 },
  softsign: { relative: 2e-7, absolute: 0 },
  mish: { relative: 4e-7, absolute: 0 },
  linear: { relative: 0, absolute: 0 }
}
/** Where e^x is taken for 0 lest denormals arise: e^-87, times a z of at most 1000. */
const SMALLEST = 2e-35
const NAMES = Object.keys(ERRORS) as PlainActivationName[]

/** float32 numbers from -80 to 80, many of them near 0. */
const POINTS = Float64Array.from({ length: 40001 }, (_, i) => Math.fround(80 * ((i - 20000) / 20000) ** 3))

const values = (name: PlainActivationName, x: Float64Array) => valuesOf(createFloat32Backend, name, x)
const exactValues = (name: PlainActivationName, x: Float64Array) => valuesOf(createFloat64Backend, name, x)

describe('the kernels’ activations', () => {
  for (const name of NAMES) {
    const { relative, absolute } = ERRORS[name]
    it(`${name} is within ${relative} of the float64 value`, () => {
      const exact = exactValues(name, POINTS)
      values(name, POINTS).forEach((value, i) => {
        const allowed = Math.max(relative * Math.abs(exact[i]!), absolute, SMALLEST)
        assert.ok(Math.abs(value - exact[i]!) <= allowed, `φ(${POINTS[i]}) = ${value} instead of ${exact[i]}`)
      })
    })

    it(`${name} has the slope of the float64 backend`, () => {
      const points = POINTS.filter((x, i) => i % 40 === 0 && Math.abs(x) < 12)
      const exact = slopesOf(createFloat64Backend, name, points)
      slopesOf(createFloat32Backend, name, points).forEach((slope, i) => {
        const allowed = 1e-6 * Math.max(exact[i]!, 1)
        assert.ok(Math.abs(slope - exact[i]!) <= allowed, `φ′(${points[i]}) = ${slope} instead of ${exact[i]}`)
      })
    })

    it(`${name} leaves NaN NaN and stays in range`, () => {
      assert.ok(Number.isNaN(values(name, Float64Array.of(NaN))[0]))
      const far = Float64Array.of(-1000, 1000)
      const exact = exactValues(name, far)
      values(name, far).forEach((value, i) => {
        assert.ok(Math.abs(value - exact[i]!) <= 1e-6 * Math.abs(exact[i]!) + SMALLEST, `φ(${far[i]}) = ${value}`)
      })
    })
  }
})
