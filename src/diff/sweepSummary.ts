import { scoreText, SWEEP_TEXTS, sweepVerdict, sweepVerdictText } from '../diagnosis'
import { byScore, chosenMetric, countFates, groupLabel, groupResults, type Fate, type SweepRecord } from '../record'
import { DIFF_TEXTS as TEXTS } from './texts'

/** A sweep in lines for people. */
export const sweepLines = (record: SweepRecord): string[] => [
  TEXTS.sweep(record.name ?? record.data.name, record.runs.length),
  sweepVerdictText(sweepVerdict(record))
]

/** What has changed of a sweep: "best: he, test accuracy 98.5 % → xavier, test accuracy 97 %", "diverged: 2 → 5". */
export function sweepChanges(before: SweepRecord, after: SweepRecord): string[] {
  const [old, now] = [countFates(before.runs), countFates(after.runs)]
  return [
    ...becomes(TEXTS.best, bestOf(before), bestOf(after)),
    ...becomes(TEXTS.runs, String(before.runs.length), String(after.runs.length)),
    ...TOLD.flatMap(fate => becomes(TEXTS.fates[fate], String(old[fate]), String(now[fate])))
  ]
}

const TOLD = ['diverged', 'stuck', 'failed', 'missing'] as const satisfies readonly Fate[]

const becomes = (what: string, before: string, after: string): string[] =>
  before === after ? [] : [TEXTS.becomes(what, before, after)]

function bestOf(record: SweepRecord): string {
  const metric = chosenMetric(record)
  const [best] = byScore(groupResults(record, metric), metric)
  if (!best || best.score === null) return TEXTS.noOutput
  return TEXTS.bestGroup(groupLabel(record, best), SWEEP_TEXTS.metrics[metric.name], scoreText(best.score, metric))
}
