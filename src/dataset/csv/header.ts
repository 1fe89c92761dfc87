import { isGap } from './gap'
import { looksLikeNumber } from './number'
import { shortened } from './quoted'
import { TEXTS } from '../texts/texts'

/** The columns of a CSV file, as its first line names them, or by numbers. */
export interface Header {
  readonly file: string
  /** the line with the names, from 1; 0 without one */
  readonly line: number
  /** [columns] '' where there is no name */
  readonly names: readonly string[]
}

/** The columns of a file without names: "1", "2" … */
export const numberedHeader = (file: string, columns: number): Header => ({
  file,
  line: 0,
  names: Array.from({ length: columns }, (_, column) => String(column + 1))
})

/**
 * The columns that the first row names. Throws a `RangeError` where it reads like a sample: to take that for names would lose
 * it in silence. `isSure` when the cell says that these are names.
 */
export function namedHeader(file: string, line: number, names: readonly string[], isSure: boolean): Header {
  if (!isSure && looksLikeSample(names)) throw new RangeError(sampleSentence(file, line, names))
  return { file, line, names }
}

/**
 * Numbers alone are a sample, also with gaps between. Numbers beside texts may be names (years, wavelengths, places of pixels),
 * but then they ascend.
 */
function looksLikeSample(names: readonly string[]): boolean {
  const given = names.filter(name => name !== '')
  const numbers = given.filter(looksLikeNumber).map(name => Number(name.replace(',', '.')))
  if (numbers.length === 0) return false
  if (given.every(name => looksLikeNumber(name) || isGap(name))) return true
  return numbers.length === 1 ? !isNaturalNumber(numbers[0]!) : !ascends(numbers)
}

const isNaturalNumber = (value: number): boolean => Number.isInteger(value) && value >= 0

const ascends = (numbers: readonly number[]): boolean => numbers.every((value, i) => i === 0 || value > numbers[i - 1]!)

function sampleSentence(file: string, line: number, names: readonly string[]): string {
  const shown = names.slice(0, 5).map(shortened).join(', ') + (names.length > 5 ? ', …' : '')
  return TEXTS.csv.noNames(file, line, shown, names.length)
}

/** Where a value stands, for people: "iris.csv, line 3, column 2 (petal_width)". */
export const place = (header: Header, line: number, column: number): string =>
  TEXTS.csv.place(header.file, line, columnText(header, column))

/** "column 2 (petal_width)" */
export function columnText({ names, line }: Header, column: number): string {
  return line === 0 ? TEXTS.csv.column(column + 1) : TEXTS.csv.columnNamed(column + 1, shortened(names[column]!))
}
