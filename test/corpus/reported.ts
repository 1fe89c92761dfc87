import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { RuleName } from '../../src/diagnosis'
import type { RunRecord } from '../../src/record'
import type { Cell, CorpusCase } from './corpusCase'
import { runCell } from './runExperiment'

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

/** Each reported cell with its run: the buggy ones that show, the healthy ones, and the buggy ones after their accepted fix. */
export function* reportedRuns(): Generator<CorpusCase & { readonly record: RunRecord }> {
  for (const { id, fault, also_acceptable, layers, shows, cell, data, fixed_cell } of reportedCases()) {
    const files = data ?? {}
    const common = { half: 'test', acceptable: also_acceptable, layers, files } as const
    if (shows !== false)
      yield { id, ...common, fault: fault as RuleName | 'none', cell: cell as Cell, record: runCell(cell, files) }
    if (fixed_cell !== null)
      yield {
        id: `${id} fixed`,
        ...common,
        fault: 'none',
        cell: fixed_cell as Cell,
        record: runCell(fixed_cell, files)
      }
  }
}
