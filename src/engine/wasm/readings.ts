import type { Fault, ScaledRow, StepStatistics } from '../backend'
import { Fault as FaultCode, Measured } from '../kernels/fields'
import type { Layout } from '../layout'
import type { MemoryPlan } from './memoryPlan'

/** What the kernels measure, as views of their memory; loss and accuracy are for the caller to copy. */
export function statisticsOf(buffer: ArrayBufferLike, plan: MemoryPlan, layout: Layout): StepStatistics {
  const layers = layout.layers.length
  const row = (index: Measured): ScaledRow => ({
    value: new Float64Array(buffer, plan.values + index * layers * 8, layers),
    exponent: new Int32Array(buffer, plan.exponents + index * layers * 4, layers)
  })
  return {
    loss: 0,
    accuracy: 0,
    weightGradientL2: row(Measured.weightGradientL2),
    weightGradientMeanAbs: row(Measured.weightGradientMeanAbs),
    weightGradientMaxAbs: row(Measured.weightGradientMaxAbs),
    biasGradientL2: row(Measured.biasGradientL2),
    deltaRms: row(Measured.deltaRms),
    activationMean: row(Measured.activationMean),
    activationStd: row(Measured.activationStd),
    weightL2: row(Measured.weightL2),
    updateL2: row(Measured.updateL2),
    seen: row(Measured.seen).value,
    saturated: row(Measured.saturated).value,
    active: new Uint8Array(buffer, plan.active, layout.units)
  }
}

const FAULTS = {
  [FaultCode.activation]: 'activation',
  [FaultCode.gradient]: 'gradient',
  [FaultCode.weight]: 'weight'
} as const

/** Reads `Total.fault`. */
export function faultOf(code: number): Fault | null {
  const kind: FaultCode = code >> 20
  if (kind === FaultCode.none) return null
  if (kind === FaultCode.loss) return { layer: null, quantity: 'loss' }
  return { layer: code & 0xfffff, quantity: FAULTS[kind] }
}
