import { visibleLine } from '../text'

const LONGEST = 60
const MOST_LISTED = 6

/** A name of a file as a sentence shows it; the middle of a very long one is left out. */
export function quoted(name: string): string {
  const half = LONGEST / 2
  return visibleLine(JSON.stringify(name.length > LONGEST ? `${name.slice(0, half)}…${name.slice(-half)}` : name))
}

/** The first of several names. */
export const listed = (names: readonly string[]): string =>
  names.slice(0, MOST_LISTED).map(quoted).join(', ') + (names.length > MOST_LISTED ? ' …' : '')
