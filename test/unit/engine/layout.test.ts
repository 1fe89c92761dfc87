import assert from 'node:assert/strict'
import { layoutOf } from '../../../src/engine'

describe('layoutOf(inputs, layers)', () => {
  it('puts W, b, γ and β of a normalized layer one behind the other', () => {
    const { layers, parameters, units } = layoutOf(3, [{ outputs: 4, normalization: 'batch' }, { outputs: 2 }])
    const [first, second] = layers
    assert.deepEqual([first!.weights, first!.biases, first!.scales, first!.shifts, first!.end], [0, 12, 16, 20, 24])
    assert.deepEqual(
      [second!.weights, second!.biases, second!.scales, second!.shifts, second!.end],
      [24, 32, 34, 34, 34]
    )
    assert.deepEqual([parameters, units], [34, 6])
  })

  it('adds the input only where it is as wide as the output', () => {
    const { layers } = layoutOf(3, [{ outputs: 3, residual: true }, { outputs: 4, residual: true }, { outputs: 4 }])
    assert.deepEqual(
      layers.map(({ residual }) => residual),
      [true, false, false]
    )
  })
})
