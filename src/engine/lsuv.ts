import type { Backend } from './backend'
import type { Layout } from './layout'
import type { LayerSpec } from './spec'

/**
 * Layer-sequential unit variance (Mishkin & Matas 2016), after orthonormal weights: from the first layer on, W of every lsuv
 * layer is divided by the standard deviation of its z over the batch and its units until their variance is within the
 * tolerance of 1, or the tries are used up. The batch is order[0] … order[count - 1]. A variance of 0 or beyond float64's
 * range cannot be mended and is left. Yields after every pass through the network; the optimizer's state is forgotten.
 */
export function* unitVariance(
  backend: Backend,
  layout: Layout,
  layers: readonly LayerSpec[],
  order: Int32Array,
  count: number
): Generator<void, void> {
  for (const [index, { initializer }] of layers.entries()) {
    if (initializer.name !== 'lsuv') continue
    for (let tries = 0; tries < initializer.tries; tries++) {
      backend.step(order, 0, count, false)
      yield
      const variance = varianceOf(backend.preactivations(index))
      const done = Math.abs(variance - 1) < initializer.tolerance
      if (done || !(variance > 0 && variance < Infinity)) break
      divideWeights(backend, layout, index, Math.sqrt(variance))
    }
  }
}

function divideWeights(backend: Backend, { layers }: Layout, index: number, divisor: number): void {
  const { weights, biases } = layers[index]!
  const parameters = backend.parameters()
  for (let i = weights; i < biases; i++) parameters[i] = parameters[i]! / divisor
  backend.setParameters(parameters)
}

/** Population variance, in two passes. */
function varianceOf(values: Float64Array | Float32Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  const mean = sum / values.length
  let squares = 0
  for (let i = 0; i < values.length; i++) squares += (values[i]! - mean) * (values[i]! - mean)
  return squares / values.length
}
