import { at, curveApplies, formatScaled, isAbsent, type CurveName, type LayerInfo } from '../../../src/record'
import { quantilesAt } from '../numbers/activationData'
import { FIGURE_QUANTITIES, kindOf, numberAt, type FigureQuantity } from '../numbers/quantities'
import type { Numbers, Shown } from '../numbers/shown'
import { columnName, columnTitle } from './columnName'
import { percent } from './percent'
import { TEXTS } from './texts'

/** What the figure says about a cell: numbers exact, as text with their units. */
export interface Facts {
  readonly title: string
  readonly rows: readonly Fact[]
}
type Fact = readonly [label: string, value: string]

const { facts: TEXT } = TEXTS

/**
 * Every number of one layer in one epoch, both from 0; null where nothing has been recorded yet. `pending` leaves out
 * what would have to be decoded: of a long record that takes longer than to draw it.
 */
export function cellFacts(shown: Shown, column: number, layer: number, pending = false): Facts | null {
  const info = recordedLayer(shown, column, layer)
  if (!info) return null
  const title = TEXT.cell(info.name, info.inputs, info.outputs, info.activation, columnTitle(shown, column))
  return { title, rows: [...layerRows(shown, column, layer, pending), ...curveRows(shown, column)] }
}

/** The quantities that the colours show, for the box beside the pointer. */
export function quantityFacts(
  shown: Shown,
  names: readonly FigureQuantity[],
  column: number,
  layer: number
): Facts | null {
  const info = recordedLayer(shown, column, layer)
  if (!info) return null
  const rows = names.map((name): Fact => [TEXTS.quantities[name].name, valueAt(shown, name, column, layer)])
  return { title: TEXT.layerAndColumn(info.name, columnName(shown, column)), rows }
}

const recordedLayer = ({ layers, columns }: Numbers, column: number, layer: number): LayerInfo | undefined =>
  column >= 0 && column < columns ? layers[layer] : undefined

/** One number with its unit: fractions in percent. */
export function valueAt(record: Numbers, name: FigureQuantity, column: number, layer: number): string {
  const number = numberAt(record, name, column, layer)
  return kindOf(name) === 'fraction' ? percent(number) : formatScaled(number)
}

/** Quantities with a row of their own: mean and spread of the activation share one. */
const PLAIN = FIGURE_QUANTITIES.filter(name => name !== 'activation_mean' && name !== 'activation_std')

/** Rows are the same for every cell, so that the list does not jump: what does not apply is "–". */
function layerRows(record: Numbers, column: number, layer: number, pending: boolean): Fact[] {
  const fact = (label: string, value: () => string): Fact => [label, pending ? '…' : value()]
  const value = (name: FigureQuantity) => valueAt(record, name, column, layer)
  return [
    ...PLAIN.map(name => fact(TEXTS.quantities[name].name, () => value(name))),
    fact(TEXT.activation, () => `${value('activation_mean')} ± ${value('activation_std')}`),
    fact(TEXT.quantiles, () => quantileText(record, column, layer)),
    fact(TEXT.underflow, () => stepsAt(record, 'underflow_fraction', column, layer)),
    fact(TEXT.overflow, () => stepsAt(record, 'overflow_fraction', column, layer))
  ]
}

function quantileText(record: Numbers, column: number, layer: number): string {
  const quantiles = quantilesAt(record, column, layer)
  return quantiles?.map(value => String(Number(value.toPrecision(2)))).join(' · ') ?? '–'
}

type LostFraction = 'underflow_fraction' | 'overflow_fraction'

/** In how many of the epoch's steps plain float32 lost the gradient, for records that tell. */
function stepsAt(record: Numbers, name: LostFraction, column: number, layer: number): string {
  const number = at(record.quantities[name], column, layer)
  return isAbsent(number.exponent) ? '–' : TEXT.ofSteps(percent(number))
}

const CURVES = { loss: formatScaled, test_loss: formatScaled, accuracy: percent, test_accuracy: percent }

/** Curves that do not apply (no test split, a regression's accuracy) are left out. */
function curveRows({ record, curves }: Shown, column: number): Fact[] {
  return (Object.keys(CURVES) as CurveName[])
    .filter(name => curveApplies(record, name))
    .map((name): Fact => [TEXT.curves[name], CURVES[name](at(curves[name], column, 0))])
}
