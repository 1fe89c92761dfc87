import { visibleLine } from '../../text'
import type { CsvSpec } from '../spec'
import { ofGaps, ofNames, ofNumbers, type Complaint, type Remedy } from './complaints'
import { columnText, place, type Header } from './header'
import { NameColumn } from './nameColumn'
import { shortened } from './quoted'
import type { ReadTable } from './tableReader'
import { TEXTS } from '../texts/texts'

const say = TEXTS.columns

interface Placed extends Complaint {
  /** the place of the column in the header */
  readonly column: number
  readonly isTarget: boolean
}

const MOST_LISTED = 20

/**
 * Throws a `RangeError` that tells of every column that cannot be what the cell takes it for: inputs with text or gaps, targets
 * with gaps. It names the keys that help.
 */
export function checkColumns(table: ReadTable, spec: CsvSpec): void {
  const { header } = table
  const complaints = complaintsOf(table, spec.missing).sort((a, b) => a.column - b.column)
  const [first] = complaints
  if (first === undefined) return
  const advice = adviceOf(header, complaints, spec.missing)
  if (complaints.length === 1)
    throw new RangeError([say.at(place(header, first.line, first.column), first.what), ...advice].join('. '))
  const lines = complaints
    .slice(0, MOST_LISTED)
    .map(({ line, column, what }) => say.lineOfList(line, columnText(header, column), what))
  const more = complaints.length - lines.length
  const title = say.severalColumns(header.file, complaints.length)
  throw new RangeError([title, ...lines, ...(more > 0 ? [say.moreColumns(more)] : []), ...advice].join('\n'))
}

/** An input's gaps may be filled; a target's are never made up. */
function complaintsOf(table: ReadTable, missing: CsvSpec['missing']): Placed[] {
  const { columns, targetNumbers, targetTexts, roles, count } = table
  const inputRules = { rows: count, gapsAreWrong: missing === 'error' }
  const targetRules = { rows: count, gapsAreWrong: missing !== 'drop' }
  const placed = (column: number, isTarget: boolean, complaint: Complaint | null): Placed[] =>
    complaint === null ? [] : [{ ...complaint, column, isTarget }]
  return [
    ...[...columns].flatMap(([column, values]) =>
      placed(column, false, values instanceof NameColumn ? ofNames(values, inputRules) : ofNumbers(values, inputRules))
    ),
    ...[...targetNumbers].flatMap(([column, values]) => placed(column, true, ofNumbers(values, targetRules))),
    ...(targetTexts ? placed(roles.targets[0]!, true, ofGaps(targetTexts.gaps, targetRules)) : [])
  ]
}

/** A sentence for every key that helps. */
function adviceOf(header: Header, complaints: readonly Placed[], missing: CsvSpec['missing']): string[] {
  const inputs = complaints.filter(({ isTarget }) => !isTarget)
  const columnsFor = (remedy: Remedy): string[] =>
    inputs.filter(({ remedies }) => remedies.includes(remedy)).map(({ column }) => header.names[column]!)
  const [ignore, categories, correct] = [columnsFor('ignore'), columnsFor('categories'), columnsFor('correct')]
  const told = (columns: readonly string[], text: (columns: string, several: boolean) => string): string[] =>
    columns.length > 0 ? [text(list(columns), columns.length > 1)] : []
  return [
    ...told(correct, say.correct),
    ...told(ignore, say.ignore),
    ...told(categories, say.categories),
    ...gapAdvice(
      complaints.filter(({ remedies }) => remedies.includes('missing')),
      missing
    )
  ]
}

function gapAdvice(complaints: readonly Placed[], missing: CsvSpec['missing']): string[] {
  if (complaints.length === 0) return []
  if (missing === 'mean') return [say.meanOfTargets]
  return [complaints.some(({ isTarget }) => !isTarget) ? say.dropOrMean : say.drop]
}

/** Names as a list in a cell. */
function list(names: readonly string[]): string {
  const shown = names
    .slice(0, MOST_LISTED)
    .map(name => (PLAIN.test(name) ? shortened(name) : visibleLine(JSON.stringify(shortened(name)))))
  return `[${shown.join(', ')}${names.length > MOST_LISTED ? ', …' : ''}]`
}

/** What YAML takes for text without quotes. */
const PLAIN = /^(?!(?:true|false|null)$)[\p{L}_](?:[\p{L}\p{N}_ -]*[\p{L}\p{N}_])?$|^[1-9]\d{0,14}$/iu
