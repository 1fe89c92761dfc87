import type { ScaledRow, StepStatistics } from './backend'
import type { LayerSlot, Layout } from './layout'
import { largest, write, writeMeanAbs, writeNorm } from './magnitude'

/** RMS over batch and units of B · ∂loss/∂z, where ∂loss/∂z = delta [count × outputs] · 2^exponent and B = count. */
export function measureDelta(
  { deltaRms }: StepStatistics,
  layer: number,
  delta: Float64Array,
  count: number,
  { outputs }: LayerSlot,
  exponent: number
): void {
  writeNorm(deltaRms, layer, delta, 0, count * outputs, exponent)
  deltaRms.value[layer] = (deltaRms.value[layer]! * count) / Math.sqrt(count * outputs)
}

/** The magnitudes of a layer's gradient, which stands in the flat `gradient` [parameters] and is to be multiplied by 2^exponent. */
export function measureGradient(
  statistics: StepStatistics,
  layer: number,
  gradient: Float64Array,
  { weights, biases, scales }: LayerSlot,
  exponent: number
): void {
  const max = largest(gradient, weights, biases)
  write(statistics.weightGradientMaxAbs, layer, max, exponent)
  writeMeanAbs(statistics.weightGradientMeanAbs, layer, gradient, weights, biases, exponent, max)
  writeNorm(statistics.weightGradientL2, layer, gradient, weights, biases, exponent)
  writeNorm(statistics.biasGradientL2, layer, gradient, biases, scales, exponent)
}

/** The L2 norm of what stands at every layer's W in the flat `values` [parameters]. */
export function measureWeights(row: ScaledRow, values: Float64Array, { layers }: Layout): void {
  layers.forEach(({ weights, biases }, layer) => writeNorm(row, layer, values, weights, biases))
}
