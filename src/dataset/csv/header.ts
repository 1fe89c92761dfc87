import { isGap } from './gap'
import { nearestColumn } from './nearestColumn'
import { looksLikeNumber } from './number'
import { listed, quoted, shortened } from './quoted'

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
  return `${file} seems to have no names of columns: line ${line} (${shown}) reads like a sample. ${withoutNames(names.length)}. If these are names after all, write header: true`
}

/** What to write for a file without names. */
export const withoutNames = (columns: number): string =>
  `If it is one, write header: false; the columns are then called 1 to ${columns}, and target: 1 is the first`

/** Where `wanted`, which `key` of the cell names, is. Throws a `RangeError` for a name that no column has, or two. */
export function placeOf({ file, line, names }: Header, wanted: string, key: string): number {
  const place = names.includes(wanted) ? names.indexOf(wanted) : sameNumber(names, wanted)
  if (place < 0) throw new RangeError(unknownSentence({ file, line, names }, wanted, key))
  const second = names.indexOf(names[place]!, place + 1)
  if (second >= 0) throw new RangeError(twiceSentence({ file, line, names }, place, second))
  return place
}

/** The only column whose name is the same number: YAML reads 05 and 1.0 as 5 and 1. */
function sameNumber(names: readonly string[], wanted: string): number {
  if (!/^-?\d/.test(wanted)) return -1
  const places = names.map((_, place) => place).filter(place => Number(names[place] || NaN) === Number(wanted))
  return places.length === 1 ? places[0]! : -1
}

export const twiceSentence = ({ file, line, names }: Header, first: number, second: number): string =>
  `${file}, line ${line}: columns ${first + 1} and ${second + 1} are both named ${quoted(names[first]!)}; give one of them another name`

function unknownSentence({ file, line, names }: Header, wanted: string, key: string): string {
  const where = key === 'target' ? '' : `, which ${key} names`
  const has = `${file} has no column ${quoted(wanted)}${where}`
  if (line === 0) return `${has}: with header: false its columns are called 1 to ${names.length}`
  const known = names.filter(name => name !== '')
  const meant = nearestColumn(wanted, known)
  const columns = `its columns are ${listed(known)}`
  const hint =
    notSeparated(known) ?? (known.some(looksLikeNumber) ? ` (line ${line}). ${withoutNames(names.length)}` : '')
  return meant === null
    ? `${has}; ${columns}${hint}`
    : `${has}; did you mean ${quoted(meant)}? ${capital(columns)}${hint}`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** One column whose name reads like several. */
function notSeparated(names: readonly string[]): string | null {
  const [only] = names
  if (names.length !== 1 || only === undefined) return null
  if (/[,;\t|]/.test(only)) return '. The whole line is in one pair of quotes: remove them'
  return /\S\s+\S/.test(only) ? '. If blanks separate its values, save it with commas' : null
}

/** Where a value stands, for people: "iris.csv, line 3, column 2 (petal_width)". */
export const place = (header: Header, line: number, column: number): string =>
  `${header.file}, line ${line}, ${columnText(header, column)}`

/** "column 2 (petal_width)" */
export function columnText({ names, line }: Header, column: number): string {
  return line === 0 ? `column ${column + 1}` : `column ${column + 1} (${shortened(names[column]!)})`
}
