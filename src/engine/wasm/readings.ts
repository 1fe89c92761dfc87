import type { Fault, StatisticsRoom } from '../backend'
import { Fault as FaultCode, Measured } from '../kernels/fields'
import type { Layout } from '../layout'
import type { MemoryPlan } from './memoryPlan'

/** Where the kernels write what they measure. */
export function roomIn(buffer: ArrayBufferLike, plan: MemoryPlan, layout: Layout): StatisticsRoom {
  const size = Measured.rows * layout.layers.length
  return {
    values: new Float64Array(buffer, plan.values, size),
    exponents: new Int32Array(buffer, plan.exponents, size),
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
