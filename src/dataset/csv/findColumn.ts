import { withoutNames, type Header } from './header'
import { nearestColumn } from './nearestColumn'
import { looksLikeNumber } from './number'
import { listed, quoted } from './quoted'

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
  `${file}, line ${line}: columns ${first + 1} and ${second + 1} are both named ${quoted(names[first]!)}; give one of them another name, or write header: false if that line is a sample`

function unknownSentence({ file, line, names }: Header, wanted: string, key: string): string {
  const where = key === 'target' ? '' : `, which ${key} names`
  const has = `${file} has no column ${quoted(wanted)}${where}`
  if (line === 0) return `${has}: with header: false its columns are called 1 to ${names.length}`
  const known = names.filter(name => name !== '')
  const meant = nearestColumn(wanted, known)
  const columns = `ts columns are ${listed(known)}${hint(line, known, names.length)}`
  return meant === null ? `${has}; i${columns}` : `${has}; did you mean ${quoted(meant)}? I${columns}`
}

function hint(line: number, [only = '', ...others]: readonly string[], columns: number): string {
  if (others.length > 0)
    return [only, ...others].some(looksLikeNumber) ? `. If line ${line} is a sample, ${withoutNames(columns)}` : ''
  if (/[,;\t|]/.test(only)) return '. The whole line is in one pair of quotes: remove them'
  if (!/\S[\s:^~/]+\S/.test(only)) return ''
  return `. If line ${line} is a title, remove it or begin it with #; if blanks or other signs separate values, save the file with commas`
}
