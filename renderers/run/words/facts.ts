import { at, formatScaled, isAbsent, type CurveName, type RunRecord } from '../../../src/record'
import { quantilesAt } from '../numbers/activationData'
import { numberAt, quantityOf, type FigureQuantity } from '../numbers/quantities'
import { columnName, columnTitle } from './columnName'
import { percent } from './percent'

/** What the figure says about a cell: numbers exact, as text with their units. */
export interface Facts {
  readonly title: string
  readonly rows: readonly Fact[]
}
type Fact = readonly [label: string, value: string]

const LOSS_LABELS = { loss: 'training loss', test_loss: 'test loss' } as const
const ACCURACY_LABELS = { accuracy: 'training accuracy', test_accuracy: 'test accuracy' } as const

/**
 * Every number of one layer in one epoch, both from 0; null where nothing has been recorded yet. `pending` leaves out what
 * would have to be decoded: of a long record that takes longer than to draw it.
 */
export function cellFacts(record: RunRecord, column: number, layer: number, pending = false): Facts | null {
  const info = record.layers[layer]
  if (!info || column < 0 || column >= record.columns) return null
  const title = `${info.name} (${info.inputs} → ${info.outputs}, ${info.activation}), ${columnTitle(column)}`
  return { title, rows: [...layerRows(record, column, layer, pending), ...curveRows(record, column)] }
}

/** The quantities that the colours show, for the box beside the pointer. */
export function quantityFacts(
  record: RunRecord,
  names: readonly FigureQuantity[],
  column: number,
  layer: number
): Facts | null {
  const info = record.layers[layer]
  if (!info || column < 0 || column >= record.columns) return null
  const title = `${info.name}, ${columnName(column)}`
  return { title, rows: names.map(name => [quantityOf(name).name, valueAt(record, name, column, layer)]) }
}

/** One number with its unit: fractions in percent. */
export function valueAt(record: RunRecord, name: FigureQuantity, column: number, layer: number): string {
  const number = numberAt(record, name, column, layer)
  return quantityOf(name).kind === 'fraction' ? percent(number) : formatScaled(number)
}

const PLAIN: readonly FigureQuantity[] = [
  ...(['delta_rms', 'weight_gradient_l2', 'weight_gradient_rms', 'weight_gradient_mean_abs'] as const),
  ...(['weight_gradient_max_abs', 'bias_gradient_l2', 'update_ratio', 'weight_l2'] as const),
  ...(['saturated_fraction', 'dead_fraction'] as const)
]

const LOST = [['underflow_fraction', 'zero in float32'], ['overflow_fraction', 'infinite in float32']] as const // prettier-ignore

/** Rows are the same for every cell, so that the list does not jump: what does not apply is "–". */
function layerRows(record: RunRecord, column: number, layer: number, pending: boolean): Fact[] {
  const fact = (label: string, value: () => string): Fact => [label, pending ? '…' : value()]
  const value = (name: FigureQuantity) => valueAt(record, name, column, layer)
  return [
    ...PLAIN.map(name => fact(quantityOf(name).name, () => value(name))),
    fact('activation', () => `${value('activation_mean')} ± ${value('activation_std')}`),
    fact('z 1·50·99 %', () => quantileText(record, column, layer)),
    ...LOST.map(([name, label]) => fact(label, () => stepsAt(record, name, column, layer)))
  ]
}

function quantileText(record: RunRecord, column: number, layer: number): string {
  const quantiles = quantilesAt(record, column, layer)
  return quantiles?.map(value => String(Number(value.toPrecision(2)))).join(' · ') ?? '–'
}

/** In how many of the epoch's steps plain float32 lost the gradient, for records that tell. */
function stepsAt(record: RunRecord, name: (typeof LOST)[number][0], column: number, layer: number): string {
  const number = at(record.quantities[name], column, layer)
  return isAbsent(number.exponent) ? '–' : `${percent(number)} of steps`
}

/** Curves that do not apply (no test split, a regression's accuracy) are left out. */
function curveRows(record: RunRecord, column: number): Fact[] {
  const number = (name: CurveName) => at(record.curves[name], column, 0)
  const rows = [
    ...Object.entries(LOSS_LABELS).map(([name, label]): Fact => [label, formatScaled(number(name as CurveName))]),
    ...Object.entries(ACCURACY_LABELS).map(([name, label]): Fact => [label, percent(number(name as CurveName))])
  ]
  return rows.filter(([, value]) => value !== '–')
}
