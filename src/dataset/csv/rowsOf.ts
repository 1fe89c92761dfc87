import { columnName } from '../columnNames'
import { checkSize } from '../limits'
import type { CsvSpec, DataLimits, Rows } from '../spec'
import { readTargets, type Targets } from './classes'
import { decisionsOf, type Format } from './decisions'
import { NameColumn } from './nameColumn'
import type { ReadTable } from './tableReader'
import { TEXTS } from '../texts/texts'

/** An input of the net: a column of numbers, or one value of a column of names. */
interface Feature {
  readonly name: string
  /** [rows] */
  readonly values: Float64Array
  /** the place of the value in its column's names; null for a column of numbers */
  readonly label: number | null
}

/** The rows that are used of a table without faults: those with gaps are left out if the cell says so. */
export function rowsOf(table: ReadTable, spec: CsvSpec, format: Format, limits: DataLimits): Rows {
  const features = featuresOf(table)
  const rows = spec.missing === 'drop' ? completeRows(table, features) : allRows(table.count)
  if (rows.length === 0) throw new RangeError(TEXTS.csv.everyRowHasGap(spec.csv, table.count))
  checkSize(spec.csv, rows.length, features.length, limits, TEXTS.file.fewer.columns)
  const { values, classNames, why } = targetsOf(table, spec, rows)
  return {
    count: rows.length,
    width: features.length,
    inputs: inputsOf(features, rows),
    targets: values,
    classNames,
    chosen: {
      file: spec.csv,
      decisions: decisionsOf(table, spec, format, { why, dropped: table.count - rows.length }),
      features: features.map(({ name }) => name)
    }
  }
}

function featuresOf({ roles, columns, header }: ReadTable): Feature[] {
  return roles.inputs.flatMap((place): Feature[] => {
    const column = columns.get(place)!
    const name = columnName(header.names[place]!)
    if (!(column instanceof NameColumn)) return [{ name, values: column.values.values(), label: null }]
    const values = column.values()
    return column.names.map((value, label) => ({ name: `${name}=${columnName(value)}`, values, label }))
  })
}

const allRows = (count: number): Int32Array => Int32Array.from({ length: count }, (_, row) => row)

/** Those without a gap in an input or in a target. */
function completeRows({ targetTexts, targetNumbers, count }: ReadTable, features: readonly Feature[]): Int32Array {
  const isGap = new Uint8Array(count) // [rows]
  const mark = (values: Float64Array): void =>
    values.forEach((value, row) => void (isGap[row]! |= Number(Number.isNaN(value))))
  for (const values of new Set(features.map(({ values }) => values))) mark(values)
  for (const column of targetNumbers.values()) mark(column.values.values())
  return allRows(count).filter(row => isGap[row] === 0 && targetTexts?.isGap(row) !== true)
}

/** [rows × features] */
function inputsOf(features: readonly Feature[], rows: Int32Array): Float64Array {
  const width = features.length
  const inputs = new Float64Array(rows.length * width)
  features.forEach(({ values, label }, feature) => {
    for (let i = 0; i < rows.length; i++) {
      const value = values[rows[i]!]!
      inputs[i * width + feature] = label === null || Number.isNaN(value) ? value : Number(value === label)
    }
  })
  return inputs
}

function targetsOf(table: ReadTable, spec: CsvSpec, rows: Int32Array): Targets {
  const { header, roles, targetTexts, targetNumbers } = table
  if (targetTexts === null)
    return { values: severalTargets(targetNumbers, rows), classNames: [], why: TEXTS.target.why.severalTargets }
  const targets = readTargets({ header, column: roles.targets[0]!, texts: targetTexts, rows }, spec.task)
  if (spec.standardize_target && targets.classNames.length > 0)
    throw new RangeError(TEXTS.target.scaledClasses(spec.csv, targets.why))
  return targets
}

/** [rows × targets] */
function severalTargets(columns: ReadTable['targetNumbers'], rows: Int32Array): Float64Array {
  const all = [...columns.values()].map(column => column.values.values())
  const targets = new Float64Array(rows.length * all.length)
  rows.forEach((row, i) => all.forEach((values, target) => (targets[i * all.length + target] = values[row]!)))
  return targets
}
