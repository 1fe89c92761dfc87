import type { Json, JsonObject } from '../json'
import type { CurveName } from '../quantity'
import type { RunSummary } from './runSummary'

/** The version of a sweep record's form. A parser reads every version ever released and refuses newer ones. */
export const SWEEP_VERSION = 1

/** The output's MIME type in a notebook. */
export const SWEEP_MIME = 'application/vnd.gradnb.sweep+json'

/** A key of the cell that runs differ in. */
export interface SweepParameter {
  /** a dotted path in the cell: "optimizer.learning_rate" */
  readonly name: string
  /** all values that runs have, each once: those of a grid in the order written, random ones in the order of their runs */
  readonly values: readonly Json[]
  /** whether its numbers are compared by their ratios: from a log distribution, or written in steps of a factor */
  readonly log: boolean
}

/** By what runs are compared, where the cell says so. */
export interface SweepMetric {
  readonly name: CurveName
  readonly goal: 'minimize' | 'maximize'
}

/** What is known of a run before it starts. Its index, from 0, is its place among the sweep's runs. */
export interface SweepRunPlan {
  /** the label of its variant, one of the record's `variants`; null in a sweep without any */
  readonly label: string | null
  /** a value for each of the record's `parameters`, in their order */
  readonly values: readonly Json[]
  readonly seed: number
  /** of its resolved experiment, its data and the engine's version: equal digests, equal bits */
  readonly digest: string
}

/** What became of a run. One that became non-finite is done: that is a result. */
export type SweepOutcome =
  | { readonly state: 'done'; readonly summary: RunSummary }
  /** it threw, or its worker died: `why` is a sentence */
  | { readonly state: 'failed'; readonly why: string }
  /** not yet, or the sweep was stopped before */
  | { readonly state: 'missing' }

/** A run of a sweep: what was asked for, and what became of it. */
export type SweepRun = SweepRunPlan & SweepOutcome

/** Many runs of one cell. Nothing in it depends on how many worked on it, or on the order in which runs came back. */
export interface SweepRecord {
  readonly version: typeof SWEEP_VERSION
  /** version of the engine's arithmetic */
  readonly engine: string
  /** the cell's name */
  readonly name: string | null
  /** the first run's experiment with every value resolved: what runs share is in it */
  readonly experiment: JsonObject
  /** what runs saw */
  readonly data: { readonly name: string; readonly task: 'classification' | 'regression' }
  /** labels in the order written; none without `variants` */
  readonly variants: readonly string[]
  readonly parameters: readonly SweepParameter[]
  /** runs with equal label and values: that many seeds, at least 1 */
  readonly seeds: number
  readonly metric: SweepMetric | null
  /** in the order of expansion: variants, then the grid with its first parameter outermost, seeds innermost */
  readonly runs: readonly SweepRun[]
}
