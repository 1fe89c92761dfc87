import { visibleLine } from '../text'

/** What a spreadsheet takes for the beginning of a formula, also after white space, which it may drop (OWASP, "CSV Injection"). */
const FORMULA = /^\s*[=+\-@＝＋－＠]/

/** What needs no quotes, whichever character separates the fields. */
const PLAIN = /^[\p{L}\p{N} _.-]*$/u

/** A name that stays one field and never becomes a formula; characters that act are shown as \u001b. */
export function csvField(name: string): string {
  const text = visibleLine(name)
  const safe = FORMULA.test(name) ? `'${text}` : text
  return PLAIN.test(safe) ? safe : `"${safe.replaceAll('"', '""')}"`
}

/** A row of CSV (RFC 4180). */
export const csvLine = (fields: readonly string[]): string => `${fields.join(',')}\r\n`
