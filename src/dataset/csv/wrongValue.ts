import { dressOf } from './dress'
import { quoted } from './quoted'
import { TEXTS } from '../texts/texts'

/** Why a text is no number, and what to write instead where that is clear. */
export function notANumber(text: string): string {
  const say = TEXTS.columns
  if (/^[-+\d.]/.test(text) && Math.abs(Number(text.replace(',', '.'))) === Infinity) return say.tooLarge(quoted(text))
  const dress = dressOf(text)
  switch (dress?.kind) {
    case undefined:
      return say.noNumber(quoted(text))
    case 'date':
      return say.date(quoted(text))
    case 'several':
      return say.severalNumbers(quoted(text))
    case 'number':
    case 'quantity':
      return say.dressed(quoted(text), dress.plain)
  }
}
