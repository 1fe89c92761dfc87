import type { CsvSpec, DataLimits, Rows } from '../spec'
import { checkColumns } from './checkColumns'
import { checkHeader } from './checkHeader'
import { checkRowNames } from './checkRowNames'
import { decode } from './decode'
import { tableOf } from './preamble'
import { rowsOf } from './rowsOf'
import { TableReader } from './tableReader'
import { visitRows } from './visitRows'

/**
 * The rows of a CSV file. Its first line names the columns, unless `spec.header` is false. The targets are what `spec` names
 * (several: a regression with as many outputs), all other columns are inputs unless it says which. Throws a `RangeError` with
 * lines and columns for values that cannot be used, and for rows above the limit.
 */
export function readCsv(spec: CsvSpec, bytes: Uint8Array, limits: DataLimits): Rows {
  const { text, encoding } = decode(spec.csv, bytes)
  const table = tableOf(text, spec.separator, spec.header)
  const reader = new TableReader(spec, table.separator, limits)
  visitRows(spec.csv, table, (line, fields) => reader.take(line, fields))
  const read = reader.table()
  const decimal = read.reader.decided()
  checkHeader(read, spec.header === true)
  checkRowNames(read)
  checkColumns(read, spec)
  return rowsOf(read, spec, { separator: table.separator, decimal, encoding, comments: table.comments }, limits)
}
