import { shortened as cut, visibleLine } from '../../text'
import { TEXTS } from '../texts/texts'

const MOST_SHOWN = 40

/** A text of the file in a sentence: in quotes, on one line and not too long. */
export const quoted = (text: string): string => `"${shortened(text)}"`

/** The same without quotes. */
export const shortened = (text: string): string => visibleLine(cut(text, MOST_SHOWN))

/** "a, b and c"; very many are cut short. */
export function listed(names: readonly string[], most = 20): string {
  const shown = names.slice(0, most).map(shortened)
  return names.length > most ? TEXTS.csv.listedOfMany(shown, names.length) : TEXTS.csv.listed(shown)
}
