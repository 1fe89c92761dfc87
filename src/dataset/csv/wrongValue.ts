import { dressOf } from './dress'
import { quoted } from './quoted'

/** Why a text is no number, and what to write instead where that is clear. */
export function notANumber(text: string): string {
  if (/^[-+\d.]/.test(text) && Math.abs(Number(text.replace(',', '.'))) === Infinity)
    return `${quoted(text)} is too large`
  const dress = dressOf(text)
  switch (dress?.kind) {
    case undefined:
      return `${quoted(text)} is not a number`
    case 'date':
      return `${quoted(text)} is a date or a time, not a number`
    case 'several':
      return `${quoted(text)} is several numbers: put a separator between them, such as a comma`
    case 'number':
    case 'quantity':
      return `${quoted(text)} is not written as a plain number: write ${dress.plain.join(' or ') || 'digits only'}`
  }
}
