import {
  QUANTITIES,
  at,
  emptyTable,
  put,
  scaled,
  type QuantityName,
  type RunRecord,
  type Scaled,
  type Table
} from '../../../src/record'

/**
 * How a quantity becomes colours. `signal`: a magnitude on a log scale whose middle is healthy. `signed`: linear on both sides
 * of zero. `fraction`: linear from 0 to 1, more is worse.
 */
export type Kind = 'signal' | 'signed' | 'fraction'

interface FigureQuantityInfo {
  readonly kind: Kind
  /** in a sentence: "delta falls …" */
  readonly name: string
  /** how it is computed, in symbols */
  readonly symbol: string
  /** said after the name, because a norm alone tells a newcomer nothing */
  readonly meaning: string
  /** true where plain float32 may have lost what the record still holds */
  readonly gradient: boolean
}

const plain = { kind: 'signal', gradient: false } as const
const gradient = { kind: 'signal', gradient: true } as const

/** Everything a heatmap can show, in the order of the switch; its groups are the switch's. */
export const QUANTITY_GROUPS = {
  'Error signal': {
    delta_rms: {
      ...{ ...gradient, name: 'delta', symbol: QUANTITIES.delta_rms.symbol },
      meaning: 'the error signal that reaches each layer'
    }
  },
  'Weight gradient': {
    weight_gradient_l2: {
      ...{ ...gradient, name: 'weight gradient (L2)', symbol: '‖∂loss/∂W‖₂' },
      meaning: 'how strongly the loss pulls at each layer’s weights'
    },
    weight_gradient_rms: {
      ...{ ...gradient, name: 'weight gradient (RMS)', symbol: '‖∂loss/∂W‖₂ / √n' },
      meaning: 'the pull at one weight, whatever the layer’s size'
    },
    weight_gradient_mean_abs: {
      ...{ ...gradient, name: 'weight gradient (mean size)', symbol: 'mean |∂loss/∂W|' },
      meaning: 'the pull at an average weight'
    },
    weight_gradient_max_abs: {
      ...{ ...gradient, name: 'weight gradient (largest)', symbol: 'max |∂loss/∂W|' },
      meaning: 'the strongest pull at any weight'
    }
  },
  Learning: {
    bias_gradient_l2: {
      ...{ ...gradient, name: 'bias gradient (L2)', symbol: '‖∂loss/∂b‖₂' },
      meaning: 'how strongly the loss pulls at each layer’s biases'
    },
    update_ratio: {
      ...{ ...plain, name: 'update ratio', symbol: '‖ΔW‖₂ / ‖W‖₂' },
      meaning: 'how far a step moves the weights'
    },
    weight_l2: {
      ...{ ...plain, name: 'weight norm', symbol: '‖W‖₂' },
      meaning: 'how large the weights are'
    }
  },
  Activations: {
    activation_mean: {
      ...{ kind: 'signed', gradient: false, name: 'activation mean', symbol: 'mean a' },
      meaning: 'where each layer’s outputs are centred'
    },
    activation_std: {
      ...{ ...plain, name: 'activation spread', symbol: 'std a' },
      meaning: 'how much of the input’s variety is left'
    },
    saturated_fraction: {
      ...{ kind: 'fraction', gradient: false, name: 'saturated units', symbol: '|φ′| under 1 % of its maximum' },
      meaning: 'units that hardly pass an error on'
    },
    dead_fraction: {
      ...{ kind: 'fraction', gradient: false, name: 'dead units', symbol: 'zero for every sample' },
      meaning: 'units that pass nothing on'
    }
  }
} as const satisfies Readonly<Record<string, Readonly<Record<string, FigureQuantityInfo>>>>

type Groups = typeof QUANTITY_GROUPS
type KeysOfUnion<T> = T extends unknown ? keyof T : never
export type FigureQuantity = KeysOfUnion<Groups[keyof Groups]>

const ALL: Readonly<Record<FigureQuantity, FigureQuantityInfo>> = Object.assign({}, ...Object.values(QUANTITY_GROUPS))
export const FIGURE_QUANTITIES = Object.keys(ALL) as FigureQuantity[]
export const DEFAULT_QUANTITY: FigureQuantity = 'delta_rms'

export const quantityOf = (name: FigureQuantity): FigureQuantityInfo => ALL[name]

/** The name if it is one that can be shown; else null. */
export const asFigureQuantity = (name: string | null): FigureQuantity | null =>
  name !== null && Object.hasOwn(ALL, name) ? (name as FigureQuantity) : null

/** The numbers of `name`; those that records do not hold are computed. */
export const tableOf = (record: RunRecord, name: FigureQuantity): Table =>
  name === 'weight_gradient_rms' ? rootMeanSquare(record) : record.quantities[name satisfies QuantityName]

/** One of the numbers of `tableOf`. */
export function numberAt(record: RunRecord, name: FigureQuantity, column: number, layer: number): Scaled {
  if (name !== 'weight_gradient_rms') return at(record.quantities[name], column, layer)
  return perWeight(at(record.quantities.weight_gradient_l2, column, layer), Math.sqrt(weightsOf(record, layer)))
}

const weightsOf = ({ layers }: RunRecord, layer: number): number => layers[layer]!.inputs * layers[layer]!.outputs

const perWeight = (norm: Scaled, root: number): Scaled =>
  Number.isNaN(norm.mantissa) ? norm : scaled(norm.mantissa / root, norm.exponent)

/** RMS = L2 / √n, n the layer's number of weights. */
function rootMeanSquare(record: RunRecord): Table {
  const norm = record.quantities.weight_gradient_l2
  const table = emptyTable(norm.columns, norm.layers)
  const roots = record.layers.map((_, layer) => Math.sqrt(weightsOf(record, layer)))
  for (let column = 0; column < norm.columns; column++)
    for (let layer = 0; layer < norm.layers; layer++)
      put(table, column, layer, perWeight(at(norm, column, layer), roots[layer]!))
  return table
}
