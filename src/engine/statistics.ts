import type { ScaledRow, StepStatistics } from './backend'
import type { Layout } from './layout'

const scaledRow = (layers: number): ScaledRow => ({
  value: new Float64Array(layers),
  exponent: new Int32Array(layers)
})

/** Room for what a step measures; every number 0. */
export function createStatistics({ layers: { length }, units }: Layout): StepStatistics {
  return {
    loss: 0,
    accuracy: 0,
    weightGradientL2: scaledRow(length),
    weightGradientMeanAbs: scaledRow(length),
    weightGradientMaxAbs: scaledRow(length),
    biasGradientL2: scaledRow(length),
    deltaRms: scaledRow(length),
    activationMean: scaledRow(length),
    activationStd: scaledRow(length),
    weightL2: scaledRow(length),
    updateL2: scaledRow(length),
    seen: new Float64Array(length),
    saturated: new Float64Array(length),
    active: new Uint8Array(units)
  }
}
