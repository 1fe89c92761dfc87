import { CURVE_NAMES, QUANTITY_NAMES, at, formatScaled, isAbsent, type RunRecord, type Table } from '../record'
import { csvField as quoted, csvLine as lineOf } from './csvField'
import { TEXTS } from './texts'

const DIGITS = 9

/** About what a JavaScript text can hold, at as many characters as a row has. */
const MOST_ROWS = 1_000_000

/**
 * Every recorded number as CSV (RFC 4180), a row for each epoch and layer, the epoch's curves repeated in each; before them those of its
 * single steps, which alone have a number in the column "step". An empty field does not apply. Numbers have the nine digits that float32 needs; a spreadsheet shows those below 1e-308 as 0. Throws an
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
  const count = runs.reduce(
    (sum, { record }) => sum + (record.columns + record.steps.steps.length) * record.layers.length,
    0
  )
  if (count > MOST_ROWS) throw new Error(TEXTS.tooManyRows(count, MOST_ROWS))
  const head = [
    ...before,
    'epoch',
    'step',
    'layer',
    'inputs',
    'outputs',
    'activation',
    ...QUANTITY_NAMES,
    ...CURVE_NAMES
  ]
  return [lineOf(head), ...runs.flatMap(linesOf)].join('')
}

function linesOf({ record, before }: CsvRun): string[] {
  const fields = before.map(quoted)
  return momentsOf(record).map(moment =>
    rowsOf(record, moment)
      .map(row => lineOf([...fields, ...row]))
      .join('')
  )
}

/** An epoch or a step, and where its numbers stand. */
interface Moment extends Pick<RunRecord, 'curves' | 'quantities'> {
  readonly epoch: number
  /** null: the epoch itself */
  readonly step: number | null
  readonly column: number
}

/** In the order of time: an epoch, whose numbers are means over its steps, comes after these. */
function momentsOf({ columns, curves, quantities, steps, stepsPerEpoch }: RunRecord): Moment[] {
  const epochs = Array.from({ length: columns }, (_, epoch): Moment => {
    return { epoch, step: null, column: epoch, curves, quantities }
  })
  const single = steps.steps.map((step, column): Moment => {
    return { epoch: Math.ceil(step / Math.max(1, stepsPerEpoch)), step, column, ...steps }
  })
  return [...single, ...epochs].sort((a, b) => a.epoch - b.epoch)
}

function rowsOf({ layers }: RunRecord, { epoch, step, column, curves, quantities }: Moment): string[][] {
  const ofAll = CURVE_NAMES.map(name => number(curves[name], column, 0))
  return layers.map(({ name, inputs, outputs, activation }, layer) => [
    ...[String(epoch), String(step ?? ''), quoted(name), String(inputs), String(outputs), quoted(activation)],
    ...QUANTITY_NAMES.map(quantity => number(quantities[quantity], column, layer)),
    ...ofAll
  ])
}

function number(table: Table, column: number, layer: number): string {
  const value = at(table, column, layer)
  return isAbsent(value.exponent) ? '' : formatScaled(value, DIGITS)
}
