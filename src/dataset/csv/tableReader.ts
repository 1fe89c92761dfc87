import { checkSize, LimitError } from '../limits'
import { NumberList } from '../numberList'
import type { CsvSpec, DataLimits, SeparatorName } from '../spec'
import { TargetTexts } from './targetTexts'
import { namedHeader, numberedHeader, type Header } from './header'
import { NameColumn } from './nameColumn'
import { NumberReader } from './number'
import { NumberColumn } from './numberColumn'
import { rolesOf, type Roles } from './roles'
import { RowNames } from './rowNames'
import { TEXTS } from '../texts/texts'

/** What takes the values of a column, one after the other. */
interface Taker {
  take(field: string, line: number): void
}

/** The columns of a file that have been read, each by its part. */
export interface ReadTable {
  readonly header: Header
  readonly roles: Roles
  /** the inputs by their places in the header */
  readonly columns: ReadonlyMap<number, NumberColumn | NameColumn>
  /** of a single target as it is written; null with several */
  readonly targetTexts: TargetTexts | null
  /** several targets, by their places */
  readonly targetNumbers: ReadonlyMap<number, NumberColumn>
  readonly reader: NumberReader
  readonly rowNames: RowNames | null
  /** whether rows have a field more than the header, as R writes names of rows */
  readonly isLonger: boolean
  /** the line of the first row */
  readonly firstLine: number
  /** lines that begin with # among the rows */
  readonly comments: number
  readonly count: number
}

/** Takes the rows of a CSV file one after the other, the header first. */
export class TableReader {
  private readonly lines = new NumberList() // [rows]
  private readonly reader: NumberReader
  private open: OpenTable | null = null
  private comments = 0

  constructor(
    private readonly spec: CsvSpec,
    private readonly separator: SeparatorName,
    private readonly limits: DataLimits
  ) {
    this.reader = new NumberReader(spec.csv, spec.decimal, separator)
  }

  take(line: number, fields: readonly string[]): void {
    if (this.open !== null) return this.takeRow(this.open, line, fields)
    this.open = new OpenTable(this.spec, this.headerOf(line, fields), this.reader)
    if (this.spec.header === false) this.takeRow(this.open, line, fields)
  }

  /** What was read; throws a `RangeError` where that are no rows. */
  table(): ReadTable {
    const { open, lines, comments, reader } = this
    if (open === null || lines.length === 0) throw new RangeError(TEXTS.csv.noRows(this.spec.csv))
    const { header, roles, columns, targetTexts, targetNumbers, rowNames, isLonger } = open
    const read = { header, roles, columns, targetTexts, targetNumbers, rowNames, isLonger }
    return { ...read, reader, comments, count: lines.length, firstLine: lines.at(0) }
  }

  private headerOf(line: number, fields: readonly string[]): Header {
    const { csv, header } = this.spec
    const names = fields.map(name => name.trim())
    return header === false ? numberedHeader(csv, fields.length) : namedHeader(csv, line, names, header === true)
  }

  private takeRow(open: OpenTable, line: number, fields: readonly string[]): void {
    if (this.lines.length === 0) open.begin(fields)
    if (!open.fits(fields)) return this.takeOther(open, line, fields)
    const most = this.limits.samples
    if (this.lines.length === most)
      throw new LimitError(TEXTS.csv.tooManyRows(this.spec.csv, most), { limit: 'samples', value: null, most })
    checkSize(this.spec.csv, this.lines.length + 1, open.columns.size, this.limits, TEXTS.file.fewer.columns)
    this.lines.push(line)
    open.take(fields, line)
  }

  /** A comment, or a row of the wrong length. */
  private takeOther({ header, isLonger }: OpenTable, line: number, fields: readonly string[]): void {
    if (fields[0]!.trimStart().startsWith('#')) return void this.comments++
    const columns = header.names.length
    const isFirst = isLonger && fields.length === columns // all but the first row are right
    const [wrong, values] = isFirst ? [this.lines.at(0), columns + 1] : [line, fields.length]
    const hint = isFirst ? '' : this.lengthHint(fields, columns)
    throw new RangeError(TEXTS.csv.inLine(header.file, wrong, TEXTS.csv.rowLength(values, columns, hint)))
  }

  private lengthHint(fields: readonly string[], columns: number): string {
    const hints = TEXTS.csv.rowHints
    if (fields.length === 1) return hints.noRow
    if (fields.length < columns) return ''
    if (this.separator === 'comma' && fields.every(field => /^\s*-?\d+\s*$/.test(field))) return hints.decimalComma
    return columns === 1 ? hints.nameEveryColumn : hints.inQuotes(this.separator)
  }
}

/** A header that has a name for what numbers the rows lacks another. */
const NUMBERS_ROWS = /^(?:id|index|idx|row|rows|rownames?|row[._ ]?(?:id|names?|numbers?)|no|nr|num|number|#)\.?$/i

const lastNamed = (names: readonly string[]): number =>
  names.reduce((last, name, place) => (name === '' ? last : place), -1)

/** The columns of a file whose header is known. */
class OpenTable {
  readonly roles: Roles
  readonly columns: ReadonlyMap<number, NumberColumn | NameColumn>
  readonly targetTexts: TargetTexts | null
  readonly targetNumbers: ReadonlyMap<number, NumberColumn>
  rowNames: RowNames | null
  private takers: readonly { readonly place: number; readonly taker: Taker }[] = []
  /** fields of a row: at least and at most; those beyond must be empty */
  private least = 0
  private most = 0
  /** whether the first row has a field more than the header */
  isLonger = false

  constructor(
    spec: CsvSpec,
    readonly header: Header,
    reader: NumberReader
  ) {
    this.roles = rolesOf(header, spec)
    const { inputs, categories, targets, rowNames } = this.roles
    const columnOf = (place: number) => (categories.has(place) ? new NameColumn() : new NumberColumn(reader))
    this.columns = new Map(inputs.map(place => [place, columnOf(place)]))
    this.targetTexts = targets.length === 1 ? new TargetTexts(reader) : null
    const several = targets.length > 1 ? targets : []
    this.targetNumbers = new Map(several.map(place => [place, new NumberColumn(reader)]))
    this.rowNames = rowNames === null ? null : new RowNames()
  }

  /** Looks at the first row: R writes names of rows without a name for their column. */
  begin(fields: readonly string[]): void {
    const { names, line } = this.header
    const isLonger = line > 0 && fields.length === names.length + 1 && fields.at(-1)!.trim() !== ''
    const isR = isLonger && names[0] !== '' && !NUMBERS_ROWS.test(names[0]!)
    if (isR) this.rowNames = new RowNames()
    const shift = isR ? 1 : 0
    const { targets, unnamed } = this.roles
    const target: [number, Taker][] = this.targetTexts ? [[targets[0]!, this.targetTexts]] : []
    const empty = unnamed.map((place): [number, Taker] => [place, new NoColumn(this.header, place)])
    const named = [...this.columns, ...target, ...this.targetNumbers, ...empty]
    const takers = named.map(([place, taker]) => ({ place: place + shift, taker }))
    this.takers = this.rowNames ? [{ place: 0, taker: this.rowNames }, ...takers] : takers
    this.most = names.length + shift
    this.least = lastNamed(names) + 1 + shift
    this.isLonger = isR
  }

  fits(fields: readonly string[]): boolean {
    const { length } = fields
    if (length === this.most) return true
    return length >= this.least && fields.slice(this.most).every(field => field.trim() === '')
  }

  take(fields: readonly string[], line: number): void {
    for (const { place, taker } of this.takers) taker.take(fields[place] ?? '', line)
  }
}

/** A column without a name, as separators at the ends of lines make it. */
class NoColumn implements Taker {
  constructor(
    private readonly header: Header,
    private readonly column: number
  ) {}

  take(field: string, line: number): void {
    if (field.trim() === '') return
    const { file, line: first } = this.header
    throw new RangeError(TEXTS.csv.inLine(file, first, TEXTS.csv.unnamedColumn(this.column + 1, line)))
  }
}
