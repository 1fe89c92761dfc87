import papaparse from 'papaparse'

/** A row of a CSV file: the line it starts in, from 1, and its fields without the white space around them. */
export type RowVisitor = (line: number, fields: readonly string[]) => void

/**
 * Calls `visit` for every row of `bytes`, the header too: UTF-8 (with or without a byte order mark), fields separated by
 * commas and quoted as in RFC 4180, lines that end with LF, CRLF or CR. Empty lines are no rows. Throws a `RangeError` that
 * names the place for bytes that are not UTF-8 and quotes that do not close.
 */
export function visitRows(file: string, bytes: Uint8Array, visit: RowVisitor): void {
  let line = 1
  papaparse.parse(textOf(file, bytes), {
    delimiter: ',',
    newline: '\n',
    step({ data, errors }) {
      if (errors.length > 0) throw new RangeError(`${file}, line ${line}: ${quotesSentence(errors[0]!.code)}`)
      if (data.length > 1 || data[0]!.trim() !== '') visit(line, data.map(trimmed))
      line += linesOf(data)
    }
  })
}

function textOf(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch {
    throw new RangeError(`${file} is not UTF-8 text; save it as CSV in UTF-8`)
  }
}

const quotesSentence = (code: string): string =>
  code === 'MissingQuotes'
    ? 'a quoted value is not closed'
    : 'a quoted value must end at a comma or the end of the line; a quote inside it is written twice ("")'

const trimmed = (field: string): string => field.trim()

/** Lines that a row fills: one, and one more for each line break inside its quotes. */
function linesOf(fields: readonly string[]): number {
  let lines = 1
  for (const field of fields) for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) lines++
  return lines
}
