import {
  CURVE_NAMES,
  QUANTITY_NAMES,
  at,
  formatScaled,
  isAbsent,
  type CurveName,
  type QuantityName,
  type RunRecord
} from '../record'
import { csvField as quoted, csvLine as lineOf } from './csvField'
import { TEXTS } from './texts'

const DIGITS = 9

/** About what a JavaScript text can hold, at as many characters as a row has. */
const MOST_ROWS = 1_000_000

/**
 * Every recorded number as CSV (RFC 4180), a row for each epoch and layer, the epoch's curves repeated in each. An empty field
 * does not apply. Numbers have the nine digits that float32 needs; a spreadsheet shows those below 1e-308 as 0. Throws an
 * error for more rows than a text can hold.
 */
export function recordCsv(record: RunRecord): string {
  const count = record.columns * record.layers.length
  if (count > MOST_ROWS) throw new Error(TEXTS.tooManyRows(count, MOST_ROWS))
  const head = ['epoch', 'layer', 'inputs', 'outputs', 'activation', ...QUANTITY_NAMES, ...CURVE_NAMES]
  const parts = [lineOf(head)]
  for (let epoch = 0; epoch < record.columns; epoch++) parts.push(rowsOf(record, epoch).map(lineOf).join(''))
  return parts.join('')
}

function rowsOf(record: RunRecord, epoch: number): string[][] {
  const curves = CURVE_NAMES.map(name => curve(record, name, epoch))
  return record.layers.map(({ name, inputs, outputs, activation }, layer) => [
    ...[String(epoch), quoted(name), String(inputs), String(outputs), quoted(activation)],
    ...QUANTITY_NAMES.map(quantity => number(record, quantity, epoch, layer)),
    ...curves
  ])
}

function number(record: RunRecord, name: QuantityName, epoch: number, layer: number): string {
  const value = at(record.quantities[name], epoch, layer)
  return isAbsent(value.exponent) ? '' : formatScaled(value, DIGITS)
}

function curve(record: RunRecord, name: CurveName, epoch: number): string {
  const value = at(record.curves[name], epoch, 0)
  return isAbsent(value.exponent) ? '' : formatScaled(value, DIGITS)
}
