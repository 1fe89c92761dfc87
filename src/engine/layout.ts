import type { LayerSpec, NormalizationName } from './spec'

/** Where one layer's parameters stand in the flat array. */
export interface LayerSlot {
  readonly inputs: number
  readonly outputs: number
  /** offset of W [outputs × inputs], row-major: row u holds what enters unit u */
  readonly weights: number
  /** offset of b [outputs], right behind W */
  readonly biases: number
  /** offset of γ [outputs], right behind b; `end` in a layer that is not normalized */
  readonly scales: number
  /** offset of β [outputs], right behind γ; `end` in a layer that is not normalized */
  readonly shifts: number
  /** offset behind the layer's last parameter */
  readonly end: number
  readonly normalization: NormalizationName | null
  /** true where the layer's input is added to its output */
  readonly residual: boolean
  /** true where a is the softmax of all units */
  readonly softmax: boolean
  /** units of the layers before this one */
  readonly firstUnit: number
}

/** One flat array for all parameters: W_1 b_1 γ_1 β_1 W_2 b_2 … */
export interface Layout {
  readonly layers: readonly LayerSlot[]
  /** all parameters */
  readonly parameters: number
  /** all units, the output layer's too */
  readonly units: number
}

type Shape = Pick<LayerSpec, 'outputs' | 'normalization' | 'residual' | 'softmax'>

/** The layout of a network with `inputs` features. */
export function layoutOf(inputs: number, layers: readonly Shape[]): Layout {
  const slots: LayerSlot[] = []
  let [fanIn, offset, units] = [inputs, 0, 0]
  for (const layer of layers) {
    const slot = slotOf(layer, fanIn, offset, units)
    slots.push(slot)
    offset = slot.end
    units += layer.outputs
    fanIn = layer.outputs
  }
  return { layers: slots, parameters: offset, units }
}

function slotOf(
  { outputs, normalization, residual, softmax }: Shape,
  inputs: number,
  weights: number,
  firstUnit: number
): LayerSlot {
  const biases = weights + outputs * inputs
  const scales = biases + outputs
  const shifts = normalization === undefined ? scales : scales + outputs
  return {
    ...{ inputs, outputs, weights, biases, scales, shifts, firstUnit },
    end: normalization === undefined ? scales : shifts + outputs,
    normalization: normalization ?? null,
    residual: residual === true && inputs === outputs,
    softmax: softmax === true
  }
}
