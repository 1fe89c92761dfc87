import type { LayerSlot, Layout } from '../layout'
import type { Numbers } from '../spec'
import type { LayerTable } from './layerPlan'

/** Index in `floats` of W[u][i] of a layer (i = inputs: the bias, then γ and β), see ../kernels/README.md. */
export const placeOf = ({ weights, weightsPanel }: LayerTable, unit: number, input: number): number =>
  (weights + (unit >> 3) * weightsPanel) / 4 + input * 8 + (unit & 7)

/** Offsets in the flat parameters of what stands in the rows behind W: b, γ, β. */
const vectorsOf = ({ normalization, biases, scales, shifts }: LayerSlot): number[] =>
  normalization === null ? [biases] : [biases, scales, shifts]

/** Writes flat `parameters` into the kernels' panels; lanes beyond the last unit stay 0. */
export function packParameters(
  floats: Float32Array,
  parameters: Numbers,
  layout: Layout,
  tables: readonly LayerTable[]
): void {
  layout.layers.forEach((slot, index) => {
    const table = tables[index]!
    const { inputs, outputs, weights } = slot
    for (let unit = 0; unit < outputs; unit++) {
      const row = weights + unit * inputs
      for (let i = 0; i < inputs; i++) floats[placeOf(table, unit, i)] = parameters[row + i]!
      vectorsOf(slot).forEach((start, i) => {
        floats[placeOf(table, unit, inputs + i)] = parameters[start + unit]!
      })
    }
  })
}

/** The kernels' panels as flat parameters, with one bit pattern for every NaN: machines differ in a NaN's sign and payload. */
export function unpackParameters(floats: Float32Array, layout: Layout, tables: readonly LayerTable[]): Float64Array {
  const parameters = new Float64Array(layout.parameters)
  layout.layers.forEach((slot, index) => {
    const table = tables[index]!
    const { inputs, outputs, weights } = slot
    for (let unit = 0; unit < outputs; unit++) {
      const row = weights + unit * inputs
      for (let i = 0; i < inputs; i++) parameters[row + i] = canonical(floats[placeOf(table, unit, i)]!)
      vectorsOf(slot).forEach((start, i) => {
        parameters[start + unit] = canonical(floats[placeOf(table, unit, inputs + i)]!)
      })
    }
  })
  return parameters
}

const canonical = (value: number): number => (Number.isNaN(value) ? NaN : value)

/** Values by sample, [samples/8][rows][8] at `address` with panels of `panel` bytes, as [count × units] in `out`. */
export function unpackSamples(
  floats: Float32Array,
  address: number,
  panel: number,
  count: number,
  units: number,
  out: Float32Array
): Float32Array {
  for (let sample = 0; sample < count; sample++) {
    const place = (address + (sample >> 3) * panel) / 4 + (sample & 7)
    for (let unit = 0; unit < units; unit++) out[sample * units + unit] = floats[place + unit * 8]!
  }
  return out.subarray(0, count * units)
}
