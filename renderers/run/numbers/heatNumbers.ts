import { log10, type Table } from '../../../src/record'
import { colorScale, type ColoredTable, type Reach, type Scaling } from './colorScale'
import { fieldOf, type Field } from './field'
import { extentOf, type Extent } from './profile'
import { tableOf, type FigureQuantity } from './quantities'
import { relativeTable } from './relative'
import type { Numbers } from './numbers'

/** What of a heatmap and its profile comes from the record alone. */
export interface HeatNumbers extends ColoredTable {
  readonly absolute: boolean
  readonly extent: Extent
  /** the powers of ten of hidden layers, which the colours must hold; null of none */
  readonly hidden: Extent | null
  /** how far its colours would reach by themselves; null where they are on no log scale */
  readonly own: Reach | null
  readonly field: Field
}

/** `before`: those of the same run when it had fewer columns; only the new ones are worked out. */
export function heatNumbers(
  record: Numbers,
  name: FigureQuantity,
  scaling: Scaling,
  before?: HeatNumbers
): HeatNumbers {
  const { absolute } = scaling
  const alike = before?.name === name && before.absolute === absolute ? before : undefined
  const table = absolute ? tableOf(record, name) : relativeTable(record, name, alike?.table)
  const hidden = hiddenExtent(table, alike)
  const scale = colorScale(record, name, scaling, hidden)
  const alone = colorScale(record, name, { absolute, reach: null }, hidden)
  const own = alone.kind === 'log' ? { low: alone.low, high: alone.high } : null
  const known = alike && JSON.stringify(alike.scale) === JSON.stringify(scale) ? alike : undefined
  const field = fieldOf(record, { name, table, scale }, known?.field)
  return { name, absolute, table, scale, extent: extentOf(table, scale, known), hidden, own, field }
}

/** Of all layers but the output's, or of the only one. */
function hiddenExtent({ mantissa, exponent, layers, columns }: Table, known?: HeatNumbers): Extent | null {
  let [low, high] = known?.hidden ?? [Infinity, -Infinity]
  const counted = Math.max(1, layers - 1)
  for (let column = known?.table.columns ?? 0; column < columns; column++)
    for (let layer = 0; layer < counted; layer++) {
      const i = column * layers + layer
      const log = log10({ mantissa: mantissa[i]!, exponent: exponent[i]! })
      if (!Number.isFinite(log)) continue
      low = Math.min(low, log)
      high = Math.max(high, log)
    }
  return low > high ? null : [low, high]
}
