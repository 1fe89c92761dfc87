/** A number that is written for people: what it is taken for, and what to write instead. */
export interface Dress {
  readonly kind: 'number' | 'quantity' | 'date' | 'several'
  /** plain numbers it may mean, the likeliest first; empty for a date and for several numbers */
  readonly plain: readonly string[]
}

const LONGEST = 60
const CURRENCY =
  /^(?:[$€£¥₹₽₩¢]|usd|eur|gbp|chf|jpy|inr|cny|us\$|a\$|c\$|kr|zł|rs\.?|fr\.?)|(?:[$€£¥₹₽₩¢]|usd|eur|gbp|chf|jpy|inr|cny|kr|zł|fr\.?)$/i
const SIGN = /^[+\-−–]/
const DIGITS = /^(?:\d[\d.,'’_\s]*|[.,]\d+)$/
const HEXADECIMAL = /^[+-]?0x[\da-f]+$/i
const QUANTITY =
  /^([+\-−]?[\d.,]+)(?:\s+[a-zµμ°Ω"'%][a-zµμ°Ω"'²³/%\d]{0,9}|(?:mg|kg|mm|cm|km|ml|ms|°c?|°f|ghz|mhz|hz|kb|mb|gb|kwh|kw|mph|km\/h|px))$/i
const SEVERAL = /^[+-]?[\d.]+(?:\s+(?:[+-]?[\d.]+|\?))+$/
const DATE = [
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[t\s].*)?$/i,
  /^\d{4}-\d{2}$/,
  /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})(?:\s.*)?$/,
  /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]m)?$/i,
  /^(?:\d{1,2}[-.\s]+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?[-\s]+\d{1,4}(?:,?\s*\d{4})?$/i
]

/** What a text that is no plain number may yet mean as one; null for all other texts. */
export function dressOf(text: string): Dress | null {
  if (text.length > LONGEST || !/\d/.test(text)) return null
  if (DATE.some(form => form.test(text))) return { kind: 'date', plain: [] }
  if (HEXADECIMAL.test(text)) return { kind: 'number', plain: [String(Number(text.replace(/^[+-]/, '')))] }
  const plain = undressed(text)
  if (plain.length > 0) return { kind: 'number', plain }
  if (SEVERAL.test(text)) return { kind: 'several', plain: [] }
  const [, number] = QUANTITY.exec(text) ?? []
  return number === undefined ? null : { kind: 'quantity', plain: plainDigits(number, false) }
}

/** ($1,200), -$5, 43 %, 1.200,50 € without what is not the number. */
function undressed(text: string): string[] {
  const inner = /^\((.*)\)$/.exec(text)?.[1]
  if (inner !== undefined) return undressedSigned(inner).map(number => `-${number.replace(/^-/, '')}`)
  return undressedSigned(text)
}

function undressedSigned(text: string): string[] {
  const amount = text.replace(SIGN, '').trim()
  const bare = amount.replace(CURRENCY, '').trim()
  const share = bare.replace(/\s*[%‰]$/, '')
  const number = bare === amount ? share : share.replace(SIGN, '') // $-5
  if (!DIGITS.test(number)) return []
  const negative = /^[-−–]/.test(text) || /^[-−–]/.test(share)
  return plainDigits(number, bare !== amount).map(plain => (negative ? `-${plain}` : plain))
}

const GROUPED = /^\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?$|^\d+(?:_\d+)+$/
const BOTH_SIGNS = /^\d{1,3}(?:,\d{2,3})+\.\d+$|^\d{1,3}(?:\.\d{3})+,\d+$/
const THOUSANDS = /^\d{1,3}(?:,\d{2,3})*,\d{3}$|^\d{1,3}(?:\.\d{3})+$/
const FRACTION = /^\d*[.,]\d+$|^\d+[.,]?$/

/** What digits with points, commas, blanks and the like may mean. Of money, three digits after a sign are thousands. */
function plainDigits(text: string, isMoney: boolean): string[] {
  if (GROUPED.test(text)) return [text.replace(/[\s'’_]/g, '').replace(',', '.')]
  if (BOTH_SIGNS.test(text)) {
    const thousands = text.search(/[.,]/)
    return [text.replaceAll(text[thousands]!, '').replace(',', '.')]
  }
  const fraction = FRACTION.test(text) ? [text.replace(',', '.').replace(/\.$/, '')] : []
  const thousands = THOUSANDS.test(text) && !text.startsWith('0') ? [text.replace(/[.,]/g, '')] : []
  return isMoney && thousands.length > 0 ? thousands : [...thousands, ...fraction]
}
