import {
  at,
  emptyTable,
  put,
  QUANTITIES,
  scaled,
  type Quantity,
  type QuantityName,
  type Scaled,
  type Table
} from '../../../src/record'
import type { Numbers } from './numbers'

/** How a quantity becomes colours: a signal on a log scale whose middle is healthy, the others on a linear one. */
export type Kind = Quantity['kind']

type Drawn = Pick<Quantity, 'kind' | 'gradient'>

/** What a heatmap can show and records do not hold. */
const COMPUTED = { weight_gradient_rms: { kind: 'signal', gradient: true } } as const satisfies Record<string, Drawn>

/** Everything a heatmap can show, in the order of the switch; its groups are the switch's. */
export const QUANTITY_GROUPS = {
  errorSignal: ['delta_rms'],
  weightGradient: ['weight_gradient_l2', 'weight_gradient_rms', 'weight_gradient_mean_abs', 'weight_gradient_max_abs'],
  learning: ['bias_gradient_l2', 'update_ratio', 'weight_l2'],
  activations: ['activation_mean', 'activation_std', 'saturated_fraction', 'dead_fraction']
} as const satisfies Readonly<Record<string, readonly (QuantityName | keyof typeof COMPUTED)[]>>

export type QuantityGroup = keyof typeof QUANTITY_GROUPS
/** The name of what a heatmap can show: a recorded quantity, or one that is computed from it. */
export type FigureQuantity = (typeof QUANTITY_GROUPS)[QuantityGroup][number]

export const FIGURE_QUANTITIES: readonly FigureQuantity[] = Object.values(QUANTITY_GROUPS).flat()
export const DEFAULT_QUANTITY: FigureQuantity = 'delta_rms'

const ALL: Readonly<Record<FigureQuantity, Drawn>> = { ...QUANTITIES, ...COMPUTED }

export const kindOf = (name: FigureQuantity): Kind => ALL[name].kind
export const isGradient = (name: FigureQuantity): boolean => ALL[name].gradient === true

/** The name if it is one that can be shown; else null. */
export const asFigureQuantity = (name: string | null): FigureQuantity | null =>
  FIGURE_QUANTITIES.find(shown => shown === name) ?? null

/** The numbers of `name`; those that records do not hold are computed. */
export const tableOf = (record: Numbers, name: FigureQuantity): Table =>
  name === 'weight_gradient_rms' ? rootMeanSquare(record) : record.quantities[name satisfies QuantityName]

/** One of the numbers of `tableOf`. */
export function numberAt(record: Numbers, name: FigureQuantity, column: number, layer: number): Scaled {
  if (name !== 'weight_gradient_rms') return at(record.quantities[name], column, layer)
  return perWeight(at(record.quantities.weight_gradient_l2, column, layer), Math.sqrt(weightsOf(record, layer)))
}

const weightsOf = ({ layers }: Pick<Numbers, 'layers'>, layer: number): number =>
  layers[layer]!.inputs * layers[layer]!.outputs

const perWeight = (norm: Scaled, root: number): Scaled =>
  Number.isNaN(norm.mantissa) ? norm : scaled(norm.mantissa / root, norm.exponent)

/** RMS = L2 / √n, n the layer's number of weights. */
function rootMeanSquare(record: Numbers): Table {
  const norm = record.quantities.weight_gradient_l2
  const table = emptyTable(norm.columns, norm.layers)
  const roots = record.layers.map((_, layer) => Math.sqrt(weightsOf(record, layer)))
  for (let column = 0; column < norm.columns; column++)
    for (let layer = 0; layer < norm.layers; layer++)
      put(table, column, layer, perWeight(at(norm, column, layer), roots[layer]!))
  return table
}
