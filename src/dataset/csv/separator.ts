import papaparse from 'papaparse'
import type { SeparatorName } from '../spec'
import { isGap } from './gap'
import { looksLikeNumber } from './number'

export const SEPARATORS: Readonly<Record<SeparatorName, string>> = { semicolon: ';', tab: '\t', pipe: '|', comma: ',' }

/** Commas come last: they also stand in numbers and in texts. */
const CANDIDATES: readonly SeparatorName[] = ['semicolon', 'tab', 'pipe', 'comma']

const ROWS = 50
const MOST_CHARACTERS = 2_000_000

/** How well a separator fits the beginning of a file. */
interface Fit {
  readonly separator: SeparatorName
  /** fields of the first row */
  readonly columns: number
  /** the share of the other rows that have as many */
  readonly even: number
  /** the share of fields that are numbers or gaps */
  readonly numbers: number
}

/**
 * What separates values in `text`, as its first rows show: where both the header and nearly all rows fall into as many fields,
 * and most of these are numbers. Commas if nothing does.
 */
export function separatorOf(text: string): SeparatorName {
  const sample = beginningOf(text)
  const fits = CANDIDATES.map(separator => fitOf(separator, sample)).filter(({ columns }) => columns > 1)
  const best = fits.sort((a, b) => Number(isEven(b)) - Number(isEven(a)) || b.numbers - a.numbers || b.even - a.even)[0]
  return best?.separator ?? 'comma'
}

const isEven = ({ even }: Fit): boolean => even >= 0.9

/** The first so many lines. */
function beginningOf(text: string): string {
  let end = -1
  for (let lines = 0; lines < ROWS; lines++) {
    end = text.indexOf('\n', end + 1)
    if (end < 0 || end > MOST_CHARACTERS) return text.slice(0, MOST_CHARACTERS)
  }
  return text.slice(0, end)
}

function fitOf(separator: SeparatorName, sample: string): Fit {
  const { data } = papaparse.parse(sample, { delimiter: SEPARATORS[separator], newline: '\n', preview: ROWS })
  const [first = [], ...rows] = data.filter(fields => fields.some(field => field.trim() !== ''))
  const columns = namedColumns(first)
  const even = rows.filter(row => fits(row, columns)).length
  const fields = rows.flat().map(field => field.trim())
  const numbers = fields.filter(field => isGap(field) || isNumberFor(separator, field)).length
  return {
    separator,
    columns,
    even: rows.length === 0 ? 1 : even / rows.length,
    numbers: fields.length === 0 ? 0 : numbers / fields.length
  }
}

/** Fields of the header but for empty ones at its end. */
function namedColumns(header: readonly string[]): number {
  let columns = header.length
  while (columns > 1 && header[columns - 1]!.trim() === '') columns--
  return columns
}

/** As many fields as the header has, one more for R's names of rows, or empty ones at the end. */
const fits = (row: readonly string[], columns: number): boolean =>
  row.length === columns ||
  row.length === columns + 1 ||
  (row.length > columns && row.slice(columns).every(field => field.trim() === ''))

const isNumberFor = (separator: SeparatorName, field: string): boolean =>
  looksLikeNumber(field) && (separator !== 'comma' || !field.includes(','))
