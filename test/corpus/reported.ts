import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A training fault that somebody reported in public, made again as a cell; the fields are told in test/reference/README.md. */
export interface ReportedCase {
  readonly id: string
  readonly fault: string
  readonly also_acceptable: readonly string[]
  readonly layers: readonly number[] | null
  /** false: too small for the fault to do harm; null for healthy nets */
  readonly shows: boolean | null
  readonly cell: object
  readonly data: Readonly<Record<string, string>> | null
  readonly fixed_cell: object | null
}

const FOLDER = path.join('test', 'reference', 'corpus')

/** All cases, in the order of their names. */
export const reportedCases = (folder = FOLDER): ReportedCase[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as ReportedCase)
