/** The longest number that anyone writes; what is longer is something else. */
const LONGEST = 40

/** 1e-3 is as long as a YAML number gets here; the integer part may be missing, or the fraction. */
const PLAIN = /^(\d+\.?\d*|\.\d+)$/

/**
 * What `written` says as a number, in YAML's notation: one reading where nothing else can be meant, two where it depends on
 * who wrote it (1,000 is a thousand, or one), none where it is not certain to be a number. The digits stay as they are written.
 */
export function numbersIn(written: string): readonly string[] {
  if (written.length > LONGEST) return []
  const text = inAscii(written)
    .trim()
    .replace(/\s*[,;]$/, '')
  return (
    scaled(text, /\s*(?:%|percent|per cent)$/i, -2) ?? scaled(text, /\s?k$/i, 3) ?? fraction(text) ?? decimals(text)
  )
}

/** A number of millions, `1M`: of things that are counted. */
export const millionsIn = (written: string): readonly string[] =>
  written.length > LONGEST ? [] : (scaled(inAscii(written).trim(), /\s?M$/, 6) ?? [])

/** The number before `suffix`, times a power of ten; null without the suffix. */
function scaled(text: string, suffix: RegExp, power: number): readonly string[] | null {
  const number = text.replace(suffix, '')
  if (number === text) return null
  return /e/i.test(number) ? [] : decimals(number).map(one => String(Number(`${one}e${power}`)))
}

/** 1/2, where a decimal number says the same. */
function fraction(text: string): readonly string[] | null {
  const [, above, below] = /^(\d{1,4})\s*\/\s*([1-9]\d{0,3})$/.exec(text) ?? []
  if (above === undefined || below === undefined) return null
  const value = String(Number(above) / Number(below))
  return value.length <= 8 ? [value] : []
}

/** A sign, digits with signs of their own between them, and an exponent. */
function decimals(text: string): readonly string[] {
  const [, sign = '', mantissa, exponent = ''] = /^([-+]?)([\d.][\d.,_' ]*?)(e[-+]?\d+)?$/i.exec(text) ?? []
  if (mantissa === undefined) return []
  const readings = mantissas(mantissa).map(one => `${sign}${one}${exponent}`)
  return readings.filter(reading => Number.isFinite(Number(reading)))
}

function mantissas(text: string): readonly string[] {
  if (PLAIN.test(text)) return [text]
  if (/^\d+(_\d+)*(\.\d+(_\d+)*)?$/.test(text)) return [text.replaceAll('_', '')]
  if (/^[1-9]\d{0,2}([' ]\d{3})+([.,]\d+)?$/.test(text)) return [text.replace(/[' ]/g, '').replace(',', '.')]
  if (/^[1-9]\d{0,2},\d{3}$/.test(text)) return [text.replace(',', ''), text.replace(',', '.')]
  if (/^\d+,\d+$/.test(text)) return [text.replace(',', '.')]
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text)) return [text.replaceAll(',', '')]
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(text)) return [text.replaceAll('.', '').replace(',', '.')]
  return []
}

/** Digits, signs and separators of other scripts, and their wide forms, as ASCII has them. */
const inAscii = (text: string): string =>
  text
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/^[¼½¾⅐-⅞]$/u, sign => sign.normalize('NFKC'))
    .replace(/[^\0-\x7f]/g, sign => SIGNS.get(sign) ?? sign)

const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '-': '\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d',
    '+': '\ufe62\uff0b',
    '.': '\u066b\uff0e',
    ',': '\uff0c',
    "'": '\u2019\u066c\uff07',
    ' ': '\u00a0\u2007\u2009\u202f\u3000',
    '%': '\u066a\ufe6a\uff05',
    '/': '\u2044\u2215\uff0f'
  }).flatMap(([ours, theirs]) => [...theirs].map(sign => [sign, ours] as const))
)

/** Each script's digits follow each other, from its zero. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0)!
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((code - zero) % 10)
}
