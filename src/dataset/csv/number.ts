import type { DecimalName, SeparatorName } from '../spec'
import { quoted } from './quoted'
import { TEXTS } from '../texts/texts'

/** What a CSV file may write for a number: 1, -0.5, .5, 1e-3. */
const WITH_POINT = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** The same as people write it from Lisbon to Moscow: -0,5. */
const WITH_COMMA = /^[+-]?(\d+,\d*|,\d+)(e[+-]?\d+)?$/i

/** 1,234 may be a thousand, or one and a bit. */
const MAYBE_THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/

/** Where a number was found that says how the file writes fractions. */
interface Sight {
  readonly line: number
  readonly text: string
}

/** Whether `text` reads as a number in any way that `NumberReader` knows. */
export const looksLikeNumber = (text: string): boolean => WITH_POINT.test(text) || WITH_COMMA.test(text)

/**
 * Reads numbers with a decimal point or a decimal comma: as the cell says, with a point where commas separate values, else as
 * the file does. It must do so throughout.
 */
export class NumberReader {
  private point: Sight | null = null
  private comma: Sight | null = null
  private unclear: Sight | null = null
  private readonly points: boolean
  private readonly commas: boolean

  constructor(
    private readonly file: string,
    named: DecimalName | null,
    separator: SeparatorName
  ) {
    this.points = named !== 'comma'
    this.commas = named === 'comma' || (named === null && separator !== 'comma')
  }

  /** The number that a text without white space around it is; NaN if it is none, infinite if it is too large. */
  read(text: string, line: number): number {
    if (WITH_POINT.test(text)) return text.includes('.') ? this.withPoint(text, line) : Number(text)
    return this.commas && WITH_COMMA.test(text) ? this.withComma(text, line) : NaN
  }

  /** How the file writes fractions. Throws a `RangeError` where it does so in two ways, or in one that may mean two things. */
  decided(): DecimalName {
    if (!this.points) return 'comma'
    if (!this.commas || (this.comma ?? this.unclear) === null) return 'point'
    if (this.comma === null) throw new RangeError(this.unclearSentence(this.unclear!))
    if (this.point !== null) throw new RangeError(this.mixedSentence(this.point, this.comma))
    return 'comma'
  }

  private withPoint(text: string, line: number): number {
    if (!this.points) return NaN
    this.point ??= { line, text }
    return Number(text)
  }

  private withComma(text: string, line: number): number {
    if (!MAYBE_THOUSANDS.test(text)) this.comma ??= { line, text }
    else this.unclear ??= { line, text }
    return Number(text.replace(',', '.'))
  }

  private unclearSentence({ line, text }: Sight): string {
    const [thousands, fraction] = [text.replace(',', ''), text.replace(',', '.')]
    return TEXTS.csv.inLine(this.file, line, TEXTS.csv.unclearComma(quoted(text), thousands, fraction))
  }

  private mixedSentence(point: Sight, comma: Sight): string {
    return TEXTS.csv.mixedDecimals(this.file, quoted(point.text), point.line, quoted(comma.text), comma.line)
  }
}
