import { decodeText } from '../decode'
import { NotebookFormatError } from '../formatError'
import type { Notebook } from '../notebook'
import { parseNotebook } from '../parse'
import { mergeNotebooks, type MergedNotebook } from './mergeNotebooks'
import { sidesOf } from './sides'

/**
 * The notebook in a file that git could not merge, with both versions of the cells that differ between git's markers (see
 * `mergeNotebooks`); null where the file has no such markers, or where it takes a person to say what it holds.
 */
export function readConflicted(bytes: Uint8Array): MergedNotebook | null {
  try {
    const sides = sidesOf(decodeText(bytes))
    if (sides === null) return null
    const [ours, theirs] = [read(sides.ours), read(sides.theirs)]
    return mergeNotebooks(sides.base === null ? null : baseOf(sides.base), ours, theirs, sides.labels)
  } catch (error) {
    if (error instanceof NotebookFormatError) return null
    throw error
  }
}

const read = (text: string): Notebook => parseNotebook(new TextEncoder().encode(text))

/** A merge of several bases may be no notebook. */
function baseOf(text: string): Notebook | null {
  try {
    return read(text)
  } catch {
    return null
  }
}
