import {
  layoutOf,
  type ActivationSpec,
  type Backend,
  type BackendFactory,
  type TrainingTask
} from '../../../src/engine'
import { layer, taskWith } from '../engine/taskWith'

const PARAMETERS = Float64Array.of(1, 0, 1, 0)

/** A network whose output is φ(x): one input, one hidden unit and one output, weights 1 and biases 0. */
function backendOf(create: BackendFactory, activation: ActivationSpec['name'], train: TrainingTask['train']): Backend {
  const layers = [layer(1, activation), layer(1, 'linear')]
  const task = taskWith({ inputs: 1, layers, loss: 'mse', batchSize: 1, train, precision: 'float32' })
  const backend = create(task, layoutOf(1, layers))
  backend.setParameters(PARAMETERS)
  return backend
}

/** φ of each x. */
export function valuesOf(create: BackendFactory, activation: ActivationSpec['name'], x: Float64Array): Float64Array {
  const backend = backendOf(create, activation, { count: 1, inputs: Float64Array.of(0), targets: Float64Array.of(0) })
  const values = new Float64Array(x.length)
  for (let start = 0; start < x.length; start += 64) {
    const count = Math.min(64, x.length - start)
    values.set(backend.predict(x, start, count), start)
  }
  return values
}

/** |φ′| of each x: the delta of the hidden unit when that of the output is 1, as 2 (φ(x) - t) with t = φ(x) - ½. */
export function slopesOf(create: BackendFactory, activation: ActivationSpec['name'], x: Float64Array): Float64Array {
  const targets = valuesOf(create, activation, x).map(value => value - 0.5)
  const backend = backendOf(create, activation, { count: x.length, inputs: x, targets })
  const { value, exponent } = backend.statistics.deltaRms
  return x.map((_, i) => {
    backend.step(Int32Array.of(i), 0, 1, false)
    return (value[0]! * 2 ** exponent[0]!) / (value[1]! * 2 ** exponent[1]!)
  })
}
