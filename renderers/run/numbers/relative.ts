import { ABSENT, at, put, scaled, type Scaled, type Table } from '../../../src/record'
import { tableOf, type FigureQuantity } from './quantities'
import type { Numbers } from './numbers'

/**
 * What a quantity is compared with when its colours answer how the signal changes: in each epoch with the last hidden layer (the step to the
 * output layer changes with that layer's width), or with the same layer before training; null: with nothing, it has a natural measure.
 */
export type Reference = 'lastHidden' | 'init' | null

const REFERENCES: Readonly<Record<FigureQuantity, Reference>> = {
  delta_rms: 'lastHidden',
  weight_gradient_l2: 'lastHidden',
  weight_gradient_rms: 'lastHidden',
  weight_gradient_mean_abs: 'lastHidden',
  weight_gradient_max_abs: 'lastHidden',
  bias_gradient_l2: 'lastHidden',
  update_ratio: null,
  weight_l2: 'init',
  activation_mean: null,
  activation_std: null,
  saturated_fraction: null,
  dead_fraction: null
}

export const referenceOf = (name: FigureQuantity): Reference => REFERENCES[name]

/** The last hidden layer, from 0; of a net without any its only layer. */
export const lastHidden = ({ layers }: Pick<Numbers, 'layers'>): number => Math.max(0, layers.length - 2)

/** The numbers of `name` as ratios to its reference; the plain ones where it has none. `known`: those of fewer columns. */
export function relativeTable(record: Numbers, name: FigureQuantity, known?: Table): Table {
  const table = tableOf(record, name)
  const reference = referenceOf(name)
  if (reference === null) return table
  const { columns, layers } = table
  const ratios: Table = {
    columns,
    layers,
    mantissa: new Float64Array(columns * layers),
    exponent: new Int32Array(columns * layers)
  }
  ratios.mantissa.set(known?.mantissa ?? [])
  ratios.exponent.set(known?.exponent ?? [])
  const measure = lastHidden(record)
  for (let column = known?.columns ?? 0; column < columns; column++)
    for (let layer = 0; layer < layers; layer++) {
      const by = reference === 'init' ? at(table, 0, layer) : at(table, column, measure)
      put(ratios, column, layer, ratio(at(table, column, layer), by))
    }
  return ratios
}

/** What is zero or not finite stays so; what is compared with such a number has no ratio. */
function ratio(number: Scaled, by: Scaled): Scaled {
  if (number.exponent === ABSENT || number.mantissa === 0 || !Number.isFinite(number.mantissa)) return number
  if (by.exponent === ABSENT || by.mantissa === 0 || !Number.isFinite(by.mantissa))
    return { mantissa: NaN, exponent: ABSENT }
  return scaled(number.mantissa / by.mantissa, number.exponent - by.exponent)
}
