import papaparse from 'papaparse'
import type { SeparatorName } from '../spec'
import { looksLikeNumber } from './number'
import { SEPARATORS, separatorOf } from './separator'

/** Where the rows of a file begin, and what separates their values. */
export interface Table {
  /** from the header (or, without one, the first row) on */
  readonly text: string
  /** the line that `text` starts with, from 1 */
  readonly line: number
  readonly separator: SeparatorName
  /** comment lines above */
  readonly comments: number
}

/**
 * Skips what stands above the rows: a line sep=; that is for Excel (it names the separator), empty lines and comments, which
 * begin with #. The last comment is the header where it has as many fields as the row below and that holds numbers: programs
 * write "# a,b,y" and "#id,a,y". `named` is the separator that the cell says; null: it is found. A file that has no header
 * (`header` is false) may begin with rows like "#ff0000,1,2".
 */
export function tableOf(text: string, named: SeparatorName | null, header: boolean | null): Table {
  const told = separatorLine(text)
  const top = topOf(text, told === null ? 0 : lineEnd(text, 0), told === null ? 1 : 2)
  const body = text.slice(top.end)
  const start = top.comments[0]?.start ?? top.end
  const rows = body === '' ? text.slice(start) : body // all may begin with #
  const separator = named ?? told ?? separatorOf(rows)
  const row = firstRow(rows, separator)
  const fieldsOf = (comment: Comment): Fields => firstRow(lineAt(text, comment.start), separator)
  const place =
    header === false
      ? top.comments.findIndex(comment => isLike(fieldsOf(comment), row))
      : top.comments.findIndex((comment, i) => i === top.comments.length - 1 && isHeader(fieldsOf(comment), row))
  const first = top.comments[place]
  if (first === undefined) return { text: body, line: top.line, separator, comments: top.comments.length }
  const all = text.slice(first.start)
  return { text: header === false ? all : bared(all), line: first.line, separator, comments: place }
}

/** sep=; sep=, … as the first line; null without one, or for a separator that is not known here. */
function separatorLine(text: string): SeparatorName | null {
  const [, sign] = /^"?sep=(.)"?[ ;,]*(?:\n|$)/i.exec(text.slice(0, 20)) ?? []
  const found = Object.entries(SEPARATORS).find(([, separator]) => separator === sign)
  return found === undefined ? null : (found[0] as SeparatorName)
}

/** Where the line that `from` is in ends: the place of the next one. */
function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end + 1
}

const lineAt = (text: string, start: number): string => text.slice(start, lineEnd(text, start))

interface Comment {
  readonly start: number
  readonly line: number
}

/** Comments and empty lines, and the place and the line of the first row below. */
function topOf(text: string, from: number, firstLine: number): { comments: Comment[]; end: number; line: number } {
  const comments: Comment[] = []
  let [end, line] = [from, firstLine]
  for (let next = end; end < text.length; end = next, line++) {
    next = lineEnd(text, end)
    const beginning = text.slice(end, Math.min(next, end + 100)).trimStart()
    if (beginning.startsWith('#')) comments.push({ start: end, line })
    else if (beginning !== '' || text.slice(end, next).trim() !== '') break
  }
  return { comments, end, line }
}

type Fields = readonly string[]

const isLike = (fields: Fields, row: Fields): boolean => fields.length > 1 && fields.length === row.length

/** Whether the last comment names the columns. */
const isHeader = (fields: Fields, row: Fields): boolean =>
  isLike(fields, row) && !fields.some(isNumber) && row.some(isNumber)

const isNumber = (field: string): boolean => looksLikeNumber(field.trim())

/** Without the # before the first name, unless it is all there is of it. */
const bared = (rows: string): string => rows.trimStart().replace(/^#\s*(?=[^\s#,;|\t])/, '')

const firstRow = (text: string, separator: SeparatorName): Fields =>
  papaparse.parse(text.slice(0, LONGEST_ROW), { delimiter: SEPARATORS[separator], newline: '\n', preview: 1 })
    .data[0] ?? []

const LONGEST_ROW = 2_000_000
