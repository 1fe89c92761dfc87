import type { Layout } from '../engine'
import { LENGTH_BYTES, TYPE_BYTES, type TensorType } from './tensor'

/** Linear modules stand at every second place of an nn.Sequential, activations between them. */
const MODULES_PER_LAYER = 2
/** The header is filled up with spaces so that the numbers begin at a multiple of this. */
const ALIGNMENT = 8

/**
 * `parameters` [layout.parameters] as a safetensors file with the names of a PyTorch nn.Sequential: "0.weight" [outputs,
 * inputs], "0.bias", "2.weight" … The numbers are written as F32 or F64.
 */
export function formatWeights(layout: Layout, parameters: Float64Array, type: TensorType): Uint8Array {
  const header = headerOf(layout, type)
  const start = LENGTH_BYTES + header.length
  const bytes = new Uint8Array(start + parameters.length * TYPE_BYTES[type])
  const view = new DataView(bytes.buffer)
  view.setBigUint64(0, BigInt(header.length), true)
  bytes.set(header, LENGTH_BYTES)
  parameters.forEach((value, i) =>
    type === 'F32' ? view.setFloat32(start + 4 * i, value, true) : view.setFloat64(start + 8 * i, value, true)
  )
  return bytes
}

/** The tensors stand as the parameters do: W_1 b_1 W_2 b_2 … */
function headerOf({ layers }: Layout, dtype: TensorType): Uint8Array {
  const size = TYPE_BYTES[dtype]
  const entry = (shape: readonly number[], offset: number, count: number) => ({
    dtype,
    shape,
    data_offsets: [offset * size, (offset + count) * size]
  })
  const entries = layers.flatMap(({ inputs, outputs, weights, biases }, i) => [
    [`${MODULES_PER_LAYER * i}.weight`, entry([outputs, inputs], weights, outputs * inputs)] as const,
    [`${MODULES_PER_LAYER * i}.bias`, entry([outputs], biases, outputs)] as const
  ])
  const text = JSON.stringify(Object.fromEntries(entries))
  return new TextEncoder().encode(text.padEnd(Math.ceil(text.length / ALIGNMENT) * ALIGNMENT))
}
