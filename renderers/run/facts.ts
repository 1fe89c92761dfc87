import { QUANTITIES, at, formatScaled, type CurveName, type QuantityName, type RunRecord } from '../../src/record'

/** What the tooltip says about a cell: all numbers exact, as text. */
export interface Facts {
  readonly title: string
  readonly rows: readonly (readonly [label: string, value: string])[]
}

const CURVE_LABELS: { readonly [name in CurveName]: string } = {
  loss: 'training loss',
  test_loss: 'test loss',
  accuracy: 'training accuracy',
  test_accuracy: 'test accuracy'
}

/** Shown for every cell, after the quantity that the colours show. */
const ALWAYS: readonly QuantityName[] = ['delta_rms', 'weight_gradient_l2', 'update_ratio']

/** Facts of one layer in one epoch, both from 0; null where nothing has been recorded yet. */
export function cellFacts(record: RunRecord, quantity: QuantityName, column: number, layer: number): Facts | null {
  const info = record.layers[layer]
  if (!info || column < 0 || column >= record.columns) return null
  const names = [...new Set([quantity, ...ALWAYS])]
  const rows = names.map(name => [QUANTITIES[name].label, textAt(record, name, column, layer)] as const)
  const title = `${info.name} (${info.inputs} → ${info.outputs}, ${info.activation}), ${epochName(column)}`
  return { title, rows: [...rows, ...curveRows(record, column)] }
}

/** Facts of one epoch. */
export function epochFacts(record: RunRecord, column: number): Facts | null {
  if (column < 0 || column >= record.columns) return null
  return { title: epochName(column), rows: curveRows(record, column) }
}

export const epochName = (column: number): string => (column === 0 ? 'init (before any update)' : `epoch ${column}`)

const textAt = (record: RunRecord, name: QuantityName, column: number, layer: number): string =>
  formatScaled(at(record.quantities[name], column, layer))

/** Curves that do not apply (no test split, a regression's accuracy) are left out. */
function curveRows(record: RunRecord, column: number): (readonly [string, string])[] {
  const names = Object.keys(CURVE_LABELS) as CurveName[]
  const rows = names.map(name => [CURVE_LABELS[name], formatScaled(at(record.curves[name], column, 0))] as const)
  return rows.filter(([, value]) => value !== '–')
}
