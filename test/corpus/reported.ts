import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { RuleName } from '../../src/diagnosis'
import type { RunRecord } from '../../src/record'
import { halfOf, type Cell, type CorpusCase } from './corpusCase'
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
const HELD_OUT = path.join('test', 'corpus', 'heldOut')
const LATER = path.join('test', 'corpus', 'later')
const FOURTH = path.join('test', 'corpus', 'fourth')

/** All cases, in the order of their names. */
const reportedCases = (folder = FOLDER): ReportedCase[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as ReportedCase)

/** The cases that were collected later. */
export const heldOutCases = (): ReportedCase[] => reportedCases(HELD_OUT)

/** The cases that were collected after those. */
export const laterCases = (): ReportedCase[] => reportedCases(LATER)

/** The cases of the fourth batch, which was collected last. */
export const fourthCases = (): ReportedCase[] => reportedCases(FOURTH)

/** Which cases are to be run, by their names. */
export type Wanted = (id: string) => boolean
const everyone: Wanted = () => true

/** Each reported cell with its run: the buggy ones that show, the healthy ones, and the buggy ones after their accepted fix. */
export const reportedRuns = (wanted = everyone): Generator<CaseRun> => runsOf(reportedCases(), () => 'test', wanted)

/** The same of the reports that were collected later, written down before any rule had seen them. */
export const heldOutRuns = (wanted = everyone): Generator<CaseRun> => runsOf(heldOutCases(), halfOf, wanted)

/** And of those that were collected after the rules were done with both. */
export const laterRuns = (wanted = everyone): Generator<CaseRun> => runsOf(laterCases(), halfOf, wanted)

/** And of the fourth batch, collected after the rules had been mended by those. */
export const fourthRuns = (wanted = everyone): Generator<CaseRun> => runsOf(fourthCases(), halfOf, wanted)

type CaseRun = CorpusCase & { readonly record: RunRecord }

function* runsOf(
  cases: readonly ReportedCase[],
  half: (id: string) => CorpusCase['half'],
  wanted: Wanted
): Generator<CaseRun> {
  for (const { id, fault, also_acceptable, layers, shows, cell, data, fixed_cell } of cases.filter(each =>
    wanted(each.id)
  )) {
    const files = data ?? {}
    const common = { half: half(id), acceptable: also_acceptable, layers, files }
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
