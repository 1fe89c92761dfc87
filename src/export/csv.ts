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
export const recordCsv = (record: RunRecord): string => recordsCsv([{ record, before: [] }], [])

/** A run, and the fields that stand before its own in each of its rows. */
export interface CsvRun {
  readonly record: RunRecord
  readonly before: readonly string[]
}

/** The same of several runs, one after the other; `before` names the columns before their own. */
export function recordsCsv(runs: readonly CsvRun[], before: readonly string[]): string {
  const count = runs.reduce((sum, { record }) => sum + record.columns * record.layers.length, 0)
  if (count > MOST_ROWS) throw new Error(TEXTS.tooManyRows(count, MOST_ROWS))
  const head = [...before, 'epoch', 'layer', 'inputs', 'outputs', 'activation', ...QUANTITY_NAMES, ...CURVE_NAMES]
  return [lineOf(head), ...runs.flatMap(linesOf)].join('')
}

function linesOf({ record, before }: CsvRun): string[] {
  const fields = before.map(quoted)
  return Array.from({ length: record.columns }, (_, epoch) =>
    rowsOf(record, epoch)
      .map(row => lineOf([...fields, ...row]))
      .join('')
  )
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
