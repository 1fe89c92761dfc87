import { MOST_COLUMNS_LISTED, type ColumnNames } from '../record'
import { shortened, visibleLine } from '../text'

const LONGEST_NAME = 60

/** Names of columns for a record: the first of very many. */
export const columnNames = (names: readonly string[]): ColumnNames => ({
  count: names.length,
  names: names.slice(0, MOST_COLUMNS_LISTED).map(columnName)
})

/** A column's name on one line, and not too long. */
export const columnName = (name: string): string => visibleLine(shortened(name, LONGEST_NAME))
