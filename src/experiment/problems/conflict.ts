import type { Problem } from './problem'

/** The lines that Git leaves where two versions of a text differ: seven signs at the start of a line. */
const MARKER = /^(<{7}|>{7}|\|{7})( |\r?$)|^={7}\r?$/m

/** The problem that a text holds an unresolved merge conflict; null without one. */
export function mergeConflict(text: string): Problem | null {
  const found = MARKER.exec(text)
  if (found === null) return null
  const start = found.index
  const line = text.slice(0, start).split('\n').length
  const message = `this cell holds an unresolved merge conflict, from line ${line} on: keep one of the two versions, and remove the lines that start with <<<<<<<, ======= and >>>>>>>`
  return { code: 'merge-conflict', start, end: start + 7, message }
}
