import type { Json } from '../json'
import { countFates, type FateCounts } from './fate'
import { compareScores, scoreOf, type ChosenMetric } from './sweepMetric'
import type { SweepRecord, SweepRun } from './sweepRecord'

/** Runs that differ in their seed alone. */
export interface SweepGroup {
  /** the variant's label; null without variants */
  readonly label: string | null
  /** a value for each parameter of the sweep */
  readonly values: readonly Json[]
  /** indices among the sweep's runs, in their order */
  readonly runs: readonly number[]
}

/** In the order of their first runs. */
function sweepGroups({ runs }: SweepRecord): SweepGroup[] {
  const groups = new Map<string, { label: string | null; values: readonly Json[]; runs: number[] }>()
  runs.forEach(({ label, values }, index) => {
    const key = JSON.stringify([label, values])
    const known = groups.get(key)
    if (known) known.runs.push(index)
    else groups.set(key, { label, values, runs: [index] })
  })
  return [...groups.values()]
}

/** What stands for a group: its median run, and how many runs went which way. */
export interface GroupResult extends SweepGroup {
  readonly fates: FateCounts
  /** index of the upper median run among those done, runs without a number counting as the worst; null before any is done */
  readonly median: number | null
  /** its number; null where it has none */
  readonly score: number | null
}

function groupResult(group: SweepGroup, all: readonly SweepRun[], metric: ChosenMetric): GroupResult {
  const runs = group.runs.map(index => all[index]!)
  const done = group.runs
    .filter(index => all[index]!.state === 'done')
    .map(index => ({ index, score: scoreOf(all[index]!, metric) }))
    .sort((a, b) => compareScores(a.score, b.score, metric) || a.index - b.index)
  const middle = done[done.length >> 1]
  return { ...group, fates: countFates(runs), median: middle?.index ?? null, score: middle?.score ?? null }
}

/** All groups, in their order. */
export const groupResults = (record: SweepRecord, metric: ChosenMetric): GroupResult[] =>
  sweepGroups(record).map(group => groupResult(group, record.runs, metric))

/** The best first; those without a number last. */
export const byScore = (groups: readonly GroupResult[], metric: ChosenMetric): GroupResult[] =>
  [...groups].sort((a, b) => compareScores(a.score, b.score, metric))
