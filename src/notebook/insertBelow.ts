import { cellFinder } from './mergeOutputs'
import type { Cell, Notebook } from './notebook'

/**
 * `now`, a notebook as its file stands, with `cells` below the one that is meant by id and text (as `mergeOutputs` finds it); null where that
 * was removed, or says something else by now.
 */
export function insertBelow(
  now: Notebook,
  { id, source }: Pick<Cell, 'id' | 'source'>,
  cells: readonly Cell[]
): Notebook | null {
  const place = cellFinder(now.cells)(id, source)
  if (place === undefined) return null
  return { ...now, cells: [...now.cells.slice(0, place + 1), ...cells, ...now.cells.slice(place + 1)] }
}
