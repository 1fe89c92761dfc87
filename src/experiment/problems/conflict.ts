import type { Problem } from './problem'
import { TEXTS } from '../texts/texts'

/** The lines that Git leaves where two versions of a text differ: seven signs at the start of a line. */
const MARKER = /^(<{7}|>{7}|\|{7})( |\r?$)|^={7}\r?$/m

/** The problem that a text holds an unresolved merge conflict; null without one. */
export function mergeConflict(text: string): Problem | null {
  const found = MARKER.exec(text)
  if (found === null) return null
  const start = found.index
  const line = text.slice(0, start).split('\n').length
  return { code: 'merge-conflict', start, end: start + 7, message: TEXTS.yaml.mergeConflict(line) }
}
