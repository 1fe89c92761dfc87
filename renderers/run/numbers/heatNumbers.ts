import type { RunRecord } from '../../../src/record'
import { colorScale, type ColoredTable } from './colorScale'
import { fieldOf, type Field } from './field'
import { extentOf, type Extent } from './profile'
import { tableOf, type FigureQuantity } from './quantities'

/** What of a heatmap and its profile comes from the record alone. */
export interface HeatNumbers extends ColoredTable {
  readonly extent: Extent
  readonly field: Field
}

/** `before`: those of the same run when it had fewer columns; only the new ones are worked out. */
export function heatNumbers(record: RunRecord, name: FigureQuantity, before?: HeatNumbers): HeatNumbers {
  const table = tableOf(record, name)
  const scale = colorScale(record, name)
  const known = before?.name === name && JSON.stringify(before.scale) === JSON.stringify(scale) ? before : undefined
  const field = fieldOf(record, { name, table, scale }, known?.field)
  return { name, table, scale, extent: extentOf(table, scale, known), field }
}
