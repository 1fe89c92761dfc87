import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { OPTIMIZERS, OPTIMIZER_NAMES, type OptimizerName } from '../../../src/catalogue'
import type { OptimizerSpec } from '../../../src/engine'
import { createOptimizer } from '../../../src/engine/optimizer'

const NONE = { weight_decay: 0, clipnorm: null, clipvalue: null }

/** The steps for gradients [step][parameter], the parameters moving along from `start`. */
function steps(spec: OptimizerSpec, gradients: number[][], start = gradients[0]!.map(() => 1)): number[][] {
  const optimizer = createOptimizer(spec, start.length)
  const parameters = Float64Array.from(start)
  return gradients.map(gradient => {
    const change = new Float64Array(start.length)
    optimizer.step(parameters, Float64Array.from(gradient), change)
    change.forEach((value, i) => (parameters[i]! += value))
    return [...change]
  })
}

function close(found: number[][], expected: number[][]): void {
  found.flat().forEach((value, i) => {
    const wanted = expected.flat()[i]!
    assert.ok(Math.abs(value - wanted) <= 1e-14 * Math.abs(wanted), `${value} instead of ${wanted}`)
  })
}

const sgd = (more: Partial<OptimizerSpec>): OptimizerSpec =>
  ({ name: 'sgd', learning_rate: 0.1, momentum: 0, nesterov: false, ...NONE, ...more }) as OptimizerSpec

const defaultsOf = (name: OptimizerName) => ({
  name,
  ...Object.fromEntries(Object.entries(OPTIMIZERS[name].parameters).map(([key, { default: preset }]) => [key, preset]))
})

describe('createOptimizer(spec, size)', () => {
  it('sgd goes against the gradient', () => close(steps(sgd({}), [[2, -3]]), [[-0.2, 0.3]]))

  it('momentum gathers velocity from the first gradient on', () => {
    close(steps(sgd({ momentum: 0.5 }), [[2], [2], [0]]), [[-0.2], [-0.3], [-0.15]])
  })

  it('nesterov looks one step ahead', () => {
    close(steps(sgd({ momentum: 0.5, nesterov: true }), [[2], [2]]), [[-0.3], [-0.35]])
  })

  it('weight decay is added to the clipped gradient', () => {
    close(steps(sgd({ weight_decay: 0.5, clipvalue: 1 }), [[4]], [2]), [[-0.2]])
  })

  it('rmsprop divides by √s + ε', () => {
    const spec = { name: 'rmsprop', learning_rate: 0.1, rho: 0.9, epsilon: 0.01, momentum: 0, ...NONE } as const
    const second = 0.9 * 0.4 + 0.1 * 1
    close(steps(spec, [[2], [1]]), [[-0.2 / (Math.sqrt(0.4) + 0.01)], [-0.1 / (Math.sqrt(second) + 0.01)]])
  })

  it('rmsprop with momentum gathers the divided gradients', () => {
    const spec = { name: 'rmsprop', learning_rate: 0.1, rho: 0.75, epsilon: 0, momentum: 0.5, ...NONE } as const
    close(steps(spec, [[2], [0]]), [[-0.2], [-0.1]])
  })

  it('adagrad sums the squares', () => {
    const spec = { name: 'adagrad', learning_rate: 0.1, epsilon: 0, ...NONE } as const
    close(steps(spec, [[3], [4]]), [[-0.1], [-0.08]])
  })

  it("adam's first step is the learning rate, however large the gradient", () => {
    const spec = { name: 'adam', learning_rate: 0.1, beta_1: 0.9, beta_2: 0.999, epsilon: 0, ...NONE } as const
    const [[small, large]] = steps(spec, [[1e-5, -1e5]]) as [[number, number]]
    assert.ok(Math.abs(small + 0.1) < 1e-14 && Math.abs(large - 0.1) < 1e-14)
  })

  it('adamw decays the parameter itself, adam its gradient', () => {
    const common = { learning_rate: 0.1, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-8, clipnorm: null, clipvalue: null }
    close(steps({ name: 'adamw', weight_decay: 0.01, ...common }, [[0]], [2]), [[-0.002]])
    const [[decayed]] = steps({ name: 'adam', weight_decay: 0.01, ...common }, [[0]], [2]) as [[number]]
    assert.ok(Math.abs(decayed + 0.1) < 1e-6)
  })

  it('lion steps by the learning rate along the sign of a mean, which remembers more than the step', () => {
    const spec = { name: 'lion', learning_rate: 0.1, beta_1: 0.5, beta_2: 0.75, ...NONE } as const
    close(steps(spec, [[1e-9, -1e9, 0]]), [[-0.1, 0.1, 0]])
    const slow = { ...spec, beta_1: 0.9 }
    close(steps(slow, [[1], [-1], [-9]]), [[-0.1], [-0.1], [0.1]]) // 0.1, 0.9 · 0.25 - 0.1, -0.9 · 0.0625 - 0.9
    close(steps({ ...spec, weight_decay: 0.01 }, [[1]], [2]), [[-0.102]])
    assert.ok(Number.isNaN(steps(spec, [[NaN]])[0]![0]))
  })

  it('clipnorm scales all parameters together by c / (norm + 1e-6), and never up', () => {
    close(steps(sgd({ clipnorm: 1 }), [[3, 4]]), [[-0.3 / 5.000001, -0.4 / 5.000001]])
    close(steps(sgd({ clipnorm: 10 }), [[3, 4]]), [[-0.3, -0.4]])
  })

  it('clipnorm knows the norm of numbers whose squares under- or overflow', () => {
    close(steps(sgd({ clipnorm: 1 }), [[3e200, 4e200]]), [[-0.06, -0.08]])
    close(steps(sgd({ clipnorm: 1 }), [[3e-200, 4e-200]]), [[-3e-201, -4e-201]])
  })

  it('clipvalue brings every element into ± the limit; NaN stays NaN', () => {
    close(steps(sgd({ clipvalue: 1 }), [[3, -0.5, -4]]), [[-0.1, 0.05, 0.1]])
    assert.ok(Number.isNaN(steps(sgd({ clipvalue: 1 }), [[NaN]])[0]![0]))
    assert.ok(Number.isNaN(steps(sgd({ clipnorm: 1 }), [[NaN, 1]])[0]![1]))
  })

  it('reset() forgets everything', () => {
    const withMomentum = { momentum: 0.9 }
    for (const spec of OPTIMIZER_NAMES.map(name => ({ ...defaultsOf(name), ...withMomentum }) as OptimizerSpec)) {
      const optimizer = createOptimizer(spec, 1)
      const [first, again] = [new Float64Array(1), new Float64Array(1)]
      optimizer.step(Float64Array.of(1), Float64Array.of(2), first)
      optimizer.step(Float64Array.of(1), Float64Array.of(3), again)
      optimizer.reset()
      optimizer.step(Float64Array.of(1), Float64Array.of(2), again)
      assert.deepEqual(again, first, spec.name)
    }
  })
})
