import { cellNameCompletions } from './cellNameCompletions'
import type { Completion } from './completion'
import { cursorAt, type Cursor } from './cursor'
import { keyCompletions } from './keyCompletions'
import { snippetCompletions } from './snippets'
import type { Shape } from './shape'
import { valueCompletions } from './valueCompletions'

/** What may be written at `offset`, the most useful first. `cells`: the texts of the notebook's cells, whose names may stand here. */
export function completionsAt(shape: Shape, text: string, offset: number, cells: readonly string[] = []): Completion[] {
  const cursor = cursorAt(text, offset)
  if (cursor === null) return []
  return cursor.at === 'key' ? atKey(shape, cursor) : atValue(shape, cursor, cells)
}

function atKey(shape: Shape, cursor: Cursor): Completion[] {
  const isEmpty = cursor.path.length === 0 && cursor.siblings.length === 0
  return [...(isEmpty ? snippetCompletions(cursor) : []), ...keyCompletions(shape, cursor)]
}

/** On a line of its own below `key:` a value may also begin a mapping. */
function atValue(shape: Shape, cursor: Cursor, cells: readonly string[]): Completion[] {
  const asMapping = cursor.ownLine && !cursor.flow ? keyCompletions(shape, cursor) : []
  return [...asMapping, ...cellNameCompletions(cursor, cells), ...valueCompletions(shape, cursor)]
}
