import type { CompareItem, CompareRecord } from './compareRecord'
import { summarize } from './summarize'
import { byScore, groupResults } from './sweepGroups'
import { chosenMetric } from './sweepMetric'
import { SWEEP_VERSION, type SweepRecord, type SweepRun } from './sweepRecord'

/**
 * What is compared as a sweep whose variants are the references: a run each, and of a sweep the runs of its best group. So a comparison has
 * the same sentence, curves and table as a sweep. References that name nothing are left out; null where all do.
 */
export function comparedSweep({ name, items }: CompareRecord): SweepRecord | null {
  const told = items.filter(item => item.kind !== 'missing')
  const first = told[0]
  if (!first) return null
  const { data, experiment, engine } = first.record
  return {
    version: SWEEP_VERSION,
    engine,
    name,
    experiment,
    data: { name: data.name, task: data.task },
    variants: told.map(({ reference }) => reference),
    parameters: [],
    seeds: 1,
    metric: null,
    runs: told.flatMap(runsOf)
  }
}

type Told = Exclude<CompareItem, { readonly kind: 'missing' }>

function runsOf(item: Told): SweepRun[] {
  const label = item.reference
  if (item.kind === 'run') return [{ ...plan(label), state: 'done', summary: summarize(item.record, null) }]
  return bestRuns(item.record).map(index => ({ ...item.record.runs[index]!, label, values: [] }))
}

/** Indices of the runs that stand for a sweep: those of its best group. */
export function bestRuns(record: SweepRecord): readonly number[] {
  const metric = chosenMetric(record)
  return byScore(groupResults(record, metric), metric)[0]?.runs ?? []
}

const plan = (label: string) => ({ label, values: [], seed: 0, digest: '' })
