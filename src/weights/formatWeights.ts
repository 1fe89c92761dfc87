import type { LayerSlot, Layout, RunningStatistics } from '../engine'
import { LENGTH_BYTES, TYPE_BYTES, type FloatType } from './tensor'

/** The header is filled up with spaces so that the numbers begin at a multiple of this. */
const ALIGNMENT = 8

/** A tensor with its name. */
export interface TensorPart {
  readonly name: string
  readonly type: FloatType | 'I64'
  readonly shape: readonly number[]
  /** row-major */
  readonly values: Float64Array
}

/**
 * `parameters` [layout.parameters] as a safetensors file with the names of a PyTorch nn.Sequential: "0.weight" [outputs,
 * inputs], "0.bias", "2.weight" …, an activation after every Linear. A normalized layer has its BatchNorm1d or LayerNorm
 * between the two: "1.weight" is γ, "1.bias" β, and of batch normalization "1.running_mean", "1.running_var" and
 * "1.num_batches_tracked" say what `running` gives for that layer (from 0). The numbers are written as F32 or F64.
 */
export function formatWeights(
  layout: Layout,
  parameters: Float64Array,
  type: FloatType,
  running: (layer: number) => RunningStatistics | null = () => null
): Uint8Array {
  return formatTensors(partsOf(layout, parameters, type, running))
}

/** Tensors as a safetensors file, in their order; those of eight bytes a number must come first. */
export function formatTensors(parts: readonly TensorPart[]): Uint8Array {
  const header = headerOf(parts)
  const bytes = new Uint8Array(LENGTH_BYTES + header.length + sizeOf(parts))
  const view = new DataView(bytes.buffer)
  view.setBigUint64(0, BigInt(header.length), true)
  bytes.set(header, LENGTH_BYTES)
  let at = LENGTH_BYTES + header.length
  for (const part of parts) at = write(view, at, part)
  return bytes
}

/** Counts first, as eight bytes must stand at a multiple of eight; then W_1 b_1 γ_1 β_1 … as the parameters do. */
function partsOf(
  { layers }: Layout,
  parameters: Float64Array,
  type: FloatType,
  running: (layer: number) => RunningStatistics | null
): TensorPart[] {
  let module = 0
  const parts = layers.flatMap((slot, layer) => {
    const first = module
    module += slot.normalization === null ? 2 : 3 // Linear, normalization, activation
    return partsOfLayer(slot, first, parameters, type, running(layer))
  })
  return [...parts.filter(part => part.type === 'I64'), ...parts.filter(part => part.type !== 'I64')]
}

function partsOfLayer(
  { inputs, outputs, weights, biases, scales, shifts, end, normalization }: LayerSlot,
  module: number,
  parameters: Float64Array,
  type: FloatType,
  running: RunningStatistics | null
): TensorPart[] {
  const vector = (name: string, values: Float64Array): TensorPart => ({ name, type, shape: [outputs], values })
  const dense: TensorPart[] = [
    { name: `${module}.weight`, type, shape: [outputs, inputs], values: parameters.subarray(weights, biases) },
    vector(`${module}.bias`, parameters.subarray(biases, scales))
  ]
  if (normalization === null) return dense
  const next = `${module + 1}`
  const around = [
    vector(`${next}.weight`, parameters.subarray(scales, shifts)),
    vector(`${next}.bias`, parameters.subarray(shifts, end))
  ]
  if (running === null) return [...dense, ...around]
  const { mean, variance, batches } = running
  return [
    ...dense,
    ...around,
    vector(`${next}.running_mean`, mean),
    vector(`${next}.running_var`, variance),
    { name: `${next}.num_batches_tracked`, type: 'I64', shape: [], values: Float64Array.of(batches) }
  ]
}

const bytesOf = ({ type, values }: TensorPart): number => TYPE_BYTES[type] * values.length

const sizeOf = (parts: readonly TensorPart[]): number => parts.reduce((sum, part) => sum + bytesOf(part), 0)

function headerOf(parts: readonly TensorPart[]): Uint8Array {
  let offset = 0
  const entries = parts.map(part => {
    const start = offset
    offset += bytesOf(part)
    return [part.name, { dtype: part.type, shape: part.shape, data_offsets: [start, offset] }] as const
  })
  const text = JSON.stringify(Object.fromEntries(entries))
  return new TextEncoder().encode(text.padEnd(Math.ceil(text.length / ALIGNMENT) * ALIGNMENT))
}

/** Writes the numbers at `at`; the place behind them. */
function write(view: DataView, at: number, { type, values }: TensorPart): number {
  const size = TYPE_BYTES[type]
  values.forEach((value, i) => {
    if (type === 'I64') view.setBigInt64(at + i * size, BigInt(value), true)
    else if (type === 'F32') view.setFloat32(at + i * size, value, true)
    else view.setFloat64(at + i * size, value, true)
  })
  return at + size * values.length
}
