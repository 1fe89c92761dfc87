import { MOST_COLUMNS_LISTED, type ColumnNames, type DataDecisions } from '../../record'
import { columnName, columnNames } from '../columnNames'
import type { CsvSpec, DecimalName, ReadDecisions, SeparatorName } from '../spec'
import { NameColumn } from './nameColumn'
import type { ReadTable } from './tableReader'

/** How a file is written. */
export interface Format {
  readonly separator: SeparatorName
  readonly decimal: DecimalName
  readonly encoding: DataDecisions['encoding']
  /** comment lines above the rows */
  readonly comments: number
}

/** What was decided about the columns and rows of a file, for people to see. */
export function decisionsOf(
  table: ReadTable,
  { missing }: CsvSpec,
  format: Format,
  { why, dropped }: { why: string; dropped: number }
): ReadDecisions {
  const { header, roles, columns } = table
  const named = (places: readonly number[]): ColumnNames => columnNames(places.map(place => header.names[place]!))
  const inputs = [...columns]
  const truths = inputs.filter(([, column]) => !(column instanceof NameColumn) && column.isTruths)
  return {
    target: named(roles.targets),
    why,
    inputs: named(roles.inputs),
    categories: listed(
      inputs.flatMap(([place, column]) =>
        column instanceof NameColumn ? [{ column: columnName(header.names[place]!), values: column.names.length }] : []
      )
    ),
    booleans: named(truths.map(([place]) => place)),
    leftOut: named(roles.leftOut),
    rowNames: table.rowNames !== null && !table.rowNames.isEmpty,
    droppedRows: dropped,
    filled: listed(
      inputs.flatMap(([place, { gaps }]) =>
        missing === 'mean' && gaps.count > 0 ? [{ column: columnName(header.names[place]!), gaps: gaps.count }] : []
      )
    ),
    separator: header.names.length > 1 ? format.separator : null,
    decimal: format.decimal,
    header: header.line > 0,
    encoding: format.encoding,
    comments: format.comments + table.comments
  }
}

/** The first of very many. */
const listed = <T>(entries: readonly T[]): readonly T[] => entries.slice(0, MOST_COLUMNS_LISTED)
