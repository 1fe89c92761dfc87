import type { Header } from './header'
import { nearestColumn } from './nearestColumn'
import { looksLikeNumber } from './number'
import { listed, quoted } from './quoted'
import { TEXTS } from '../texts/texts'

/** Where the column `wanted` is, which `key` of the cell names. Throws a `RangeError` for a name that no column has, or two. */
export function findColumn(header: Header, wanted: string, key: string): number {
  const { names } = header
  const place = names.includes(wanted) ? names.indexOf(wanted) : sameNumber(names, wanted)
  if (place < 0) throw new RangeError(unknownSentence(header, wanted, key))
  const second = names.indexOf(names[place]!, place + 1)
  if (second >= 0) throw new RangeError(twiceSentence(header, place, second))
  return place
}

/** The only column whose name is the same number: YAML reads 05 and 1.0 as 5 and 1. */
function sameNumber(names: readonly string[], wanted: string): number {
  if (!/^-?\d/.test(wanted)) return -1
  const places = names.map((_, place) => place).filter(place => Number(names[place] || NaN) === Number(wanted))
  return places.length === 1 ? places[0]! : -1
}

/** Two columns of one name; a first line of samples often repeats a value. */
export const twiceSentence = ({ file, line, names }: Header, first: number, second: number): string =>
  TEXTS.csv.inLine(file, line, TEXTS.csv.twice(first + 1, second + 1, quoted(names[first]!)))

function unknownSentence({ file, line, names }: Header, wanted: string, key: string): string {
  const { noColumn, noColumnOfKey, numberedColumns, itsColumns, didYouMean } = TEXTS.csv
  const missing = key === 'target' ? noColumn(file, quoted(wanted)) : noColumnOfKey(file, quoted(wanted), key)
  if (line === 0) return numberedColumns(missing, names.length)
  const known = names.filter(name => name !== '')
  const [columns, more] = [listed(known), hint(line, known, names.length)]
  const meant = nearestColumn(wanted, known)
  return meant === null ? itsColumns(missing, columns, more) : didYouMean(missing, quoted(meant), columns, more)
}

function hint(line: number, [only = '', ...others]: readonly string[], columns: number): string {
  const { sample, quotedLine, title } = TEXTS.csv.columnHints
  if (others.length > 0) return [only, ...others].some(looksLikeNumber) ? sample(line, columns) : ''
  if (/[,;\t|]/.test(only)) return quotedLine
  return /\S[\s:^~/]+\S/.test(only) ? title(line) : ''
}
