import { visibleLine } from '../../text'

const MOST_SHOWN = 40

/** A text of the file in a sentence: in quotes, on one line and not too long. */
export const quoted = (text: string): string => `"${shortened(text)}"`

/** The same without quotes. */
export const shortened = (text: string): string =>
  visibleLine(text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text)

/** "a, b and c"; very many are cut short. */
export function listed(names: readonly string[], most = 20): string {
  const shown = names.slice(0, most).map(shortened)
  if (names.length > most) return `${shown.join(', ')} … (${count(names.length)} in all)`
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown.join('')
}

export const count = (number: number): string => number.toLocaleString('en-US')

/** "1 gap", "2 gaps". */
export const counted = (number: number, thing: string): string => `${count(number)} ${thing}${number === 1 ? '' : 's'}`
