import { NumberList } from '../numberList'
import type { CsvSpec, DataLimits, Rows } from '../spec'
import { readTargets, type Targets } from './classes'
import { readHeader, type Header } from './header'
import { numberAt } from './number'
import { visitRows } from './rows'

/**
 * The rows of a CSV file whose first line names its columns. The targets are what `spec` names (several: a regression with
 * as many outputs), all other columns are inputs and must be numbers. Throws a `RangeError` with line and column for a value
 * that is missing or no number, and for rows above the limit.
 */
export function readCsv(spec: CsvSpec, bytes: Uint8Array, limits: DataLimits): Rows {
  const reader = new CsvReader(spec, limits)
  visitRows(spec.csv, bytes, (line, fields) => reader.take(line, fields))
  return reader.rows()
}

class CsvReader {
  private header: Header | null = null
  private readonly inputs = new NumberList() // [rows × inputs]
  private readonly numbers = new NumberList() // [rows × targets] of several targets
  private readonly texts: string[] = [] // [rows] of a single target
  private readonly lines = new NumberList() // [rows]

  constructor(
    private readonly spec: CsvSpec,
    private readonly limits: DataLimits
  ) {}

  take(line: number, fields: readonly string[]): void {
    if (this.header === null) this.header = readHeader(this.spec.csv, line, fields, this.targetNames)
    else this.takeRow(this.header, line, fields)
  }

  rows(): Rows {
    const { header, lines } = this
    if (header === null || lines.length === 0)
      throw new RangeError(`${this.spec.csv} holds no rows below a line with the names of its columns`)
    const { values, classNames } = this.targets(header)
    return {
      count: lines.length,
      width: header.inputs.length,
      inputs: this.inputs.values(),
      targets: values,
      classNames
    }
  }

  private get targetNames(): readonly string[] {
    const { target } = this.spec
    return typeof target === 'string' ? [target] : target
  }

  private takeRow(header: Header, line: number, fields: readonly string[]): void {
    this.checkRow(header, line, fields)
    this.lines.push(line)
    for (const column of header.inputs) this.inputs.push(numberAt(header, line, column, fields[column]!))
    if (header.targets.length === 1) this.texts.push(fields[header.targets[0]!]!)
    else for (const column of header.targets) this.numbers.push(numberAt(header, line, column, fields[column]!))
  }

  private checkRow({ file, names }: Header, line: number, fields: readonly string[]): void {
    if (fields.length !== names.length)
      throw new RangeError(`${file}, line ${line}: has ${fields.length} values, but there are ${names.length} columns`)
    const most = this.limits.samples
    if (this.lines.length === most)
      throw new RangeError(
        `${file} has more than ${most.toLocaleString('en-US')} rows, the limit (setting gradnb.limits.samples)`
      )
  }

  private targets(header: Header): Targets {
    if (header.targets.length > 1) return { values: this.numbers.values(), classNames: [] }
    const { texts, lines, spec } = this
    return readTargets(header, { column: header.targets[0]!, texts, lineOf: row => lines.at(row) }, spec.task)
  }
}
