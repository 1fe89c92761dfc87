import { CURVE_NAMES, isAccuracy } from '../quantity'
import { fateOf } from './fate'
import { groupsOf } from './groups'
import type { RunSummary } from './runSummary'
import type { SweepRecord, SweepRun } from './sweepRecord'

/** By what runs can be compared: where a curve ended, or the epoch in which the training loss first fell to a level. */
export const METRIC_NAMES = [...CURVE_NAMES, 'converged'] as const
/** One of these. */
export type MetricName = (typeof METRIC_NAMES)[number]

/** A metric and all that its number depends on. */
export interface ChosenMetric {
  readonly name: MetricName
  /** of the training loss, for `converged` */
  readonly level: number
  /** 1 where more is better, else -1 */
  readonly sign: 1 | -1
}

/** What the cell asks for, or else the training loss. */
export function chosenMetric(record: SweepRecord, name?: MetricName, level?: number): ChosenMetric {
  const asked = record.metric
  const chosen = name ?? asked?.name ?? 'loss'
  const better = chosen === asked?.name ? asked.goal === 'maximize' : isAccuracy(chosen)
  return { name: chosen, level: level ?? defaultLevel(record), sign: better ? 1 : -1 }
}

/** Metrics that any run has a number of. */
export function metricsOf(record: SweepRecord): MetricName[] {
  const summaries = record.runs.flatMap(run => (run.state === 'done' ? [run.summary] : []))
  return METRIC_NAMES.filter(name =>
    name === 'converged' ? summaries.length > 0 : summaries.some(({ curves }) => curves[name] !== null)
  )
}

/** The run's number; null where it has none: it did not end, or diverged, or never fell to the level. */
export function scoreOf(run: SweepRun, metric: ChosenMetric): number | null {
  if (run.state !== 'done') return null
  if (metric.name === 'converged') return convergedAt(run.summary, metric.level)
  if (fateOf(run) === 'diverged') return null
  const last = run.summary.curves[metric.name]?.last
  return last !== undefined && Number.isFinite(last) ? last : null
}

/** Orders runs, the best first; those without a number come last. */
export const compareScores = (a: number | null, b: number | null, { sign }: ChosenMetric): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : sign * (b - a)

/**
 * The first epoch in which the training loss was at or below `level`; the last epoch of its group, where a summary has several epochs in
 * one; null if it never was.
 */
export function convergedAt({ lowest, epochs, columns }: RunSummary, level: number): number | null {
  const group = lowest.findIndex(loss => loss <= level)
  return group < 0 ? null : groupsOf(epochs, columns)[group]!.to - 1
}

/** Half the loss of a constant answer, below which a net knows something; half of the median first loss where that is not known. */
function defaultLevel({ runs }: SweepRecord): number {
  const losses = runs.flatMap(run => (run.state === 'done' ? [run.summary.trivialLoss ?? run.summary.curves.loss?.first ?? NaN] : [])) // prettier-ignore
  const finite = losses.filter(loss => Number.isFinite(loss) && loss > 0).sort((a, b) => a - b)
  return Number(((finite[finite.length >> 1] ?? 1) / 2).toPrecision(3))
}
