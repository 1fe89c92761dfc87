import { DINGBATS, HELVETICA, HELVETICA_BOLD, SYMBOL } from './fontTables'

/** The fonts of our PDF files, which every viewer brings along. */
export const FONTS = {
  regular: 'Helvetica',
  bold: 'Helvetica-Bold',
  symbol: 'Symbol',
  dingbats: 'ZapfDingbats'
} as const
export type FontName = keyof typeof FONTS

/** How a character is drawn: by a byte of a font, or, where no font has it, as an empty box. Sizes are shares of the font's size. */
export interface Glyph {
  /** what it stands for, for search and copying */
  readonly text: string
  /** null: a box */
  readonly font: FontName | null
  readonly byte: number
  readonly width: number
  /** of its font's size */
  readonly scale: number
  /** above the line */
  readonly rise: number
  /** whether what is drawn reads as `text` without being told */
  readonly isPlain: boolean
}

/** The characters of WinAnsi from 0x80 to 0x9f; a blank where it has none. */
const SPECIAL = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** Drawn as what looks alike. */
const ALIKE: Readonly<Record<string, string>> = { '‖': '||', '│': '|', '⋯': '…', '‐': '-', '‑': '-', '☐': '□', ŷ: 'y' }

const RAISED = /[\u00b2\u00b3\u00b9\u2070-\u207f\u02b0-\u02b8\u1d2c-\u1d61]/
const LOWERED = /[\u2080-\u209c\u1d62-\u1d6a\u2c7c]/
const SMALL = { scale: 0.7, rise: { raised: 0.35, lowered: -0.15 } } as const
/** That of "n" in Helvetica. */
const BOX_WIDTH = 0.556

/** The glyphs of a text, in its order. */
export const glyphsOf = (text: string, isBold = false): Glyph[] =>
  [...text.normalize('NFC')].flatMap(character => glyphOf(character, isBold))

/** The width of a text whose font is 1 high. */
export const textWidth = (text: string, isBold = false): number =>
  glyphsOf(text, isBold).reduce((sum, { width }) => sum + width, 0)

/** Whether a character of the text has no glyph, so that a box stands in its place. */
export const hasBoxes = (text: string): boolean => glyphsOf(text).some(({ font }) => font === null)

function glyphOf(character: string, isBold: boolean): Glyph[] {
  if (/\p{Mn}/u.test(character)) return []
  if (/\s/u.test(character)) return [{ ...helvetica(0x20, isBold), text: ' ' }]
  if (RAISED.test(character)) return small(character, SMALL.rise.raised, isBold)
  if (LOWERED.test(character)) return small(character, SMALL.rise.lowered, isBold)
  return known(character, isBold) ?? replaced(character, isBold)
}

function known(character: string, isBold: boolean): Glyph[] | null {
  const byte = winAnsi(character)
  if (byte !== null) return [{ ...helvetica(byte, isBold), text: character }]
  const [symbol, dingbat] = [SYMBOL[character], DINGBATS[character]]
  if (symbol) return [{ text: character, font: 'symbol', byte: symbol[0], width: symbol[1] / 1000, ...LEVEL }]
  if (dingbat)
    return [{ text: character, font: 'dingbats', byte: dingbat[0], width: dingbat[1] / 1000, ...LEVEL, isPlain: false }]
  return null
}

const LEVEL = { scale: 1, rise: 0, isPlain: true } as const

/** A letter without the marks that no font has, what looks alike, or a box. */
function replaced(character: string, isBold: boolean): Glyph[] {
  const alike = ALIKE[character] ?? character.normalize('NFKD').replace(/\p{Mn}/gu, '')
  const glyphs = alike === character ? null : [...alike].map(each => known(each, isBold))
  if (!glyphs || glyphs.length === 0 || glyphs.includes(null))
    return [{ text: character, font: null, byte: 0, width: BOX_WIDTH, ...LEVEL, isPlain: false }]
  return glyphs.flatMap((drawn, i) =>
    drawn!.map(glyph => ({ ...glyph, text: i === 0 ? character : '', isPlain: false }))
  )
}

/** Raised or lowered: "⁻⁸", "₁". */
const small = (character: string, rise: number, isBold: boolean): Glyph[] =>
  glyphsOf(character.normalize('NFKD'), isBold).map((glyph, i) => ({
    ...glyph,
    ...{ text: i === 0 ? character : '', width: glyph.width * SMALL.scale, scale: SMALL.scale, rise, isPlain: false }
  }))

const helvetica = (byte: number, isBold: boolean) => ({
  font: isBold ? ('bold' as const) : ('regular' as const),
  byte,
  width: (isBold ? HELVETICA_BOLD : HELVETICA)[byte - 32]! / 1000,
  ...LEVEL
})

/** The character's byte in WinAnsi, or null. */
function winAnsi(character: string): number | null {
  const code = character.codePointAt(0)!
  if ((code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff)) return code
  const special = SPECIAL.indexOf(character)
  return special < 0 ? null : 0x80 + special
}
