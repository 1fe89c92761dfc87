import type { LayerSpec } from './spec'

/** Where one layer's parameters stand in the flat array. */
export interface LayerSlot {
  readonly inputs: number
  readonly outputs: number
  /** offset of W [outputs × inputs], row-major: row u holds what enters unit u */
  readonly weights: number
  /** offset of b [outputs], right behind W */
  readonly biases: number
  /** units of the layers before this one */
  readonly firstUnit: number
}

/** One flat array for all parameters: W_1 b_1 W_2 b_2 … */
export interface Layout {
  readonly layers: readonly LayerSlot[]
  /** all parameters */
  readonly parameters: number
  /** all units, the output layer's too */
  readonly units: number
}

/** The layout of a network with `inputs` features. */
export function layoutOf(inputs: number, layers: readonly Pick<LayerSpec, 'outputs'>[]): Layout {
  const slots: LayerSlot[] = []
  let [fanIn, offset, units] = [inputs, 0, 0]
  for (const { outputs } of layers) {
    const biases = offset + outputs * fanIn
    slots.push({ inputs: fanIn, outputs, weights: offset, biases, firstUnit: units })
    offset = biases + outputs
    units += outputs
    fanIn = outputs
  }
  return { layers: slots, parameters: offset, units }
}
