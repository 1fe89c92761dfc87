import { CURVE_NAMES, QUANTITY_NAMES } from './quantity'
import type { Columns } from './runRecord'
import { joined, type Table } from './table'

/** Consecutive columns as one piece, in memory of its own; null of none. */
export function joinColumns(all: readonly Columns[]): Columns | null {
  const first = all[0]
  if (!first) return null
  const join = (names: readonly string[], tablesOf: (columns: Columns) => Readonly<Record<string, Table>>) =>
    Object.fromEntries(names.map(name => [name, joined(all.map(columns => tablesOf(columns)[name]!))]))
  return {
    epoch: first.epoch,
    curves: join(CURVE_NAMES, ({ curves }) => curves) as Columns['curves'],
    quantities: join(QUANTITY_NAMES, ({ quantities }) => quantities) as Columns['quantities']
  }
}
