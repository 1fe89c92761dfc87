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

const DIGITS = 9

/**
 * Every recorded number as CSV (RFC 4180), a row for each epoch and layer, the epoch's curves repeated in each. An empty field
 * does not apply. Numbers have the nine digits that float32 needs; a spreadsheet shows those below 1e-308 as 0.
 */
export function recordCsv(record: RunRecord): string {
  const head = ['epoch', 'layer', 'inputs', 'outputs', 'activation', ...QUANTITY_NAMES, ...CURVE_NAMES]
  const rows = Array.from({ length: record.columns }, (_, epoch) => epoch).flatMap(epoch => rowsOf(record, epoch))
  return [head, ...rows].map(fields => `${fields.join(',')}\r\n`).join('')
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

/** Quoted where it must be; a leading = + - @ would be a formula in a spreadsheet. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
