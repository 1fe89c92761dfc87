import type { Look } from '../numbers/look'
import type { Shown } from '../numbers/shown'
import { tableOfDetail } from '../words/detailRows'
import { table } from './table'

/** The chosen detail as a table, where it has numbers. */
export function detailTable(shown: Shown, look: Look): HTMLElement[] {
  const rows = tableOfDetail(shown, look)
  return rows === null ? [] : [table(rows)]
}
