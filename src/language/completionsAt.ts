import type { Completion } from './completion'
import { cursorAt, type Cursor } from './cursor'
import { keyCompletions } from './keyCompletions'
import { snippetCompletions } from './snippets'
import type { Shape } from './shape'
import { valueCompletions } from './valueCompletions'

/** What may be written at `offset`, the most useful first. */
export function completionsAt(shape: Shape, text: string, offset: number): Completion[] {
  const cursor = cursorAt(text, offset)
  if (cursor === null) return []
  return cursor.at === 'key' ? atKey(shape, cursor) : atValue(shape, cursor)
}

function atKey(shape: Shape, cursor: Cursor): Completion[] {
  const isEmpty = cursor.path.length === 0 && cursor.siblings.length === 0
  return [...(isEmpty ? snippetCompletions(cursor) : []), ...keyCompletions(shape, cursor)]
}

/** On a line of its own below `key:` a value may also begin a mapping. */
function atValue(shape: Shape, cursor: Cursor): Completion[] {
  const asMapping = cursor.ownLine && !cursor.flow ? keyCompletions(shape, cursor) : []
  return [...asMapping, ...valueCompletions(shape, cursor)]
}
