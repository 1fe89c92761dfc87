import papaparse from 'papaparse'
import type { SeparatorName } from '../spec'
import type { Table } from './preamble'
import { SEPARATORS } from './separator'
import { TEXTS } from '../texts/texts'

/** A row of a CSV file: the line it starts in, from 1, and its fields, which may have white space around them. */
export type RowVisitor = (line: number, fields: readonly string[]) => void

/**
 * Calls `visit` for every row of `table`, the header too: fields quoted as in RFC 4180, lines that end with LF. Empty lines and
 * rows of nothing but separators are no rows. Throws a `RangeError` that names the place for quotes that do not close.
 */
export function visitRows(file: string, { text, separator, line: firstLine }: Table, visit: RowVisitor): void {
  let line = firstLine
  papaparse.parse(text, {
    delimiter: SEPARATORS[separator],
    newline: '\n',
    step({ data, errors }) {
      if (errors.length > 0)
        throw new RangeError(TEXTS.csv.inLine(file, line, quotesSentence(errors[0]!.code, separator)))
      if (!isEmpty(data)) visit(line, data)
      line += linesOf(data)
    }
  })
}

const quotesSentence = (code: string, separator: SeparatorName): string =>
  code === 'MissingQuotes' ? TEXTS.csv.openQuote : TEXTS.csv.endOfQuote(separator)

const isEmpty = (fields: readonly string[]): boolean => fields.every(field => field === '' || field.trim() === '')

/** Lines that a row fills: one, and one more for each line break inside its quotes. */
function linesOf(fields: readonly string[]): number {
  let lines = 1
  for (const field of fields) for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) lines++
  return lines
}
