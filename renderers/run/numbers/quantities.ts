import {
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
 * How a quantity becomes colours. `signal`: a magnitude on a log scale whose middle is healthy. `signed`: linear on
 * both sides of zero. `fraction`: linear from 0 to 1, more is worse.
 */
export type Kind = 'signal' | 'signed' | 'fraction'

interface Drawn {
  readonly kind: Kind
  /** true where plain float32 may have lost what the record still holds */
  readonly gradient?: true
}

const gradient = { kind: 'signal', gradient: true } as const
const magnitude = { kind: 'signal' } as const
const signed = { kind: 'signed' } as const
const fraction = { kind: 'fraction' } as const

/** Everything a heatmap can show, in the order of the switch; its groups are the switch's. */
export const QUANTITY_GROUPS = {
  errorSignal: { delta_rms: gradient },
  weightGradient: {
    weight_gradient_l2: gradient,
    weight_gradient_rms: gradient,
    weight_gradient_mean_abs: gradient,
    weight_gradient_max_abs: gradient
  },
  learning: { bias_gradient_l2: gradient, update_ratio: magnitude, weight_l2: magnitude },
  activations: {
    activation_mean: signed,
    activation_std: magnitude,
    saturated_fraction: fraction,
    dead_fraction: fraction
  }
} as const satisfies Readonly<Record<string, Readonly<Record<string, Drawn>>>>

type Groups = typeof QUANTITY_GROUPS
type KeysOfUnion<T> = T extends unknown ? keyof T : never
export type QuantityGroup = keyof Groups
/** The name of what a heatmap can show: a recorded quantity, or one that is computed from it. */
export type FigureQuantity = KeysOfUnion<Groups[QuantityGroup]>

const ALL: Readonly<Record<FigureQuantity, Drawn>> = Object.assign({}, ...Object.values(QUANTITY_GROUPS))
export const FIGURE_QUANTITIES = Object.keys(ALL) as FigureQuantity[]
export const DEFAULT_QUANTITY: FigureQuantity = 'delta_rms'

export const kindOf = (name: FigureQuantity): Kind => ALL[name].kind
export const isGradient = (name: FigureQuantity): boolean => ALL[name].gradient === true

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
