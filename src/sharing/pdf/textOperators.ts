import { pathOperators, pdfNumber } from './pathOperators'
import { FONTS, glyphsOf, textWidth, type FontName, type Glyph } from './glyphs'

/** A line of text: `x` and `y` are where its anchor stands on the line, in a picture whose y grows downwards. */
export interface TextLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly isBold: boolean
  readonly anchor: 'start' | 'middle' | 'end'
}

/** The name of a font among a page's resources. */
export const fontKey = (font: FontName): string => `F${Object.keys(FONTS).indexOf(font)}`

/** Draws the text; what is drawn in another way than it reads says how it reads (PDF 32000-1, 14.9.4). */
export function textOperators({ text, x, y, size, isBold, anchor }: TextLine): string {
  const width = textWidth(text, isBold) * size
  let at = x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0)
  const parts = runsOf(glyphsOf(text, isBold)).map(run => {
    const drawn = runOperators(run, at, y, size)
    at += run.reduce((sum, glyph) => sum + glyph.width, 0) * size
    return drawn
  })
  return parts.join('\n')
}

/** Neighbours that are drawn by one font at one height. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = []
  for (const glyph of glyphs) {
    const last = runs.at(-1)
    if (last && isAlike(last[0]!, glyph)) last.push(glyph)
    else runs.push([glyph])
  }
  return runs
}

const isAlike = (a: Glyph, b: Glyph): boolean =>
  a.font !== null && a.font === b.font && a.rise === b.rise && a.isPlain === b.isPlain

function runOperators(run: readonly Glyph[], x: number, y: number, size: number): string {
  const { font, scale, rise, isPlain } = run[0]!
  const top = y - rise * size
  const drawn =
    font === null
      ? boxOperators(x, y, size)
      : `BT /${fontKey(font)} ${pdfNumber(size * scale)} Tf 1 0 0 -1 ${pdfNumber(x)} ${pdfNumber(top)} Tm <${run.map(({ byte }) => hex(byte, 2)).join('')}> Tj ET`
  if (isPlain) return drawn
  const text = run.map(glyph => glyph.text).join('')
  return `/Span <</ActualText ${unicodeText(text)}>> BDC ${font === null ? `${invisible(x, y, size)} ${drawn}` : drawn} EMC`
}

/** A box with an outline, for a character that no font has. */
function boxOperators(x: number, y: number, size: number): string {
  const [left, right, top] = [x + 0.06 * size, x + 0.49 * size, y - 0.68 * size]
  return `${pathOperators(`M${left} ${y}L${right} ${y}L${right} ${top}L${left} ${top}Z`)} S`
}

/** A letter that is not drawn, as only text can be searched and copied; it is as wide as the box. */
const invisible = (x: number, y: number, size: number): string =>
  `BT /${fontKey('regular')} ${pdfNumber(size)} Tf 3 Tr 1 0 0 -1 ${pdfNumber(x)} ${pdfNumber(y)} Tm <6e> Tj 0 Tr ET`

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

/** Any text as a string of PDF: UTF-16 after its mark. */
export function unicodeText(text: string): string {
  const units = Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i), 4))
  return `<feff${units.join('')}>`
}
