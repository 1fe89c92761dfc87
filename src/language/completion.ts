import type { Range } from '../experiment'
import type { Cursor } from './cursor'
import { cursorAt } from './cursor'
import { keyCompletions } from './keyCompletions'
import { snippetCompletions } from './snippets'
import type { Shape } from './shape'
import { valueCompletions } from './valueCompletions'

/** Something to write at the cursor. */
export interface Completion {
  readonly label: string
  readonly kind: 'key' | 'name' | 'value' | 'snippet'
  /** in the syntax of snippets */
  readonly insert: string
  /** beside the label: the default, or what kind of thing it is */
  readonly detail: string
  /** Markdown */
  readonly documentation: string
  /** what is replaced */
  readonly range: Range
  readonly isDefault?: boolean
  /** an example for who has written nothing yet: whoever begins with 3 does not mean 30 */
  readonly onlyAtStart?: boolean
  /** ask at once what may follow */
  readonly goesOn?: boolean
}

/** What may be written at `offset`, the most useful first. `names` are those of the notebook's other cells. */
export function completionsAt(shape: Shape, text: string, offset: number, names: readonly string[] = []): Completion[] {
  const cursor = cursorAt(text, offset)
  if (cursor === null) return []
  return cursor.at === 'key' ? atKey(shape, cursor) : atValue(shape, cursor, names)
}

function atKey(shape: Shape, cursor: Cursor): Completion[] {
  const isEmpty = cursor.path.length === 0 && cursor.siblings.length === 0
  return [...(isEmpty ? snippetCompletions(cursor) : []), ...keyCompletions(shape, cursor)]
}

/** On a line of its own below `key:` a value may also begin a mapping. */
function atValue(shape: Shape, cursor: Cursor, names: readonly string[]): Completion[] {
  const asMapping = cursor.ownLine && !cursor.flow ? keyCompletions(shape, cursor) : []
  return [...asMapping, ...valueCompletions(shape, cursor, names)]
}
