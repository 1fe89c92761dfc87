import { fateOf, parameterNames, valueText, type Fate, type SweepRecord, type SweepRun } from '../../record'
import { SWEEP_TEXTS as TEXTS } from '../texts/sweep'

const TOLD = ['diverged', 'stuck', 'failed', 'missing'] as const satisfies readonly Fate[]

/** "12 of 60 runs diverged (all with learning_rate 1), 5 did not learn."; '' where all learned. */
export function failureSentence(record: SweepRecord): string {
  const fates = record.runs.map(fateOf)
  const parts = TOLD.map(fate => ({ fate, runs: record.runs.filter((_, i) => fates[i] === fate) })).filter(
    ({ runs }) => runs.length > 0
  )
  if (parts.length === 0) return ''
  const total = record.runs.length
  return TEXTS.sentence(
    parts.map(({ fate, runs }, i) =>
      TEXTS.fate(runs.length, i === 0 ? total : null, nameOf(fate, runs.length), placeOf(record, fate, runs))
    )
  )
}

const nameOf = (fate: (typeof TOLD)[number], count: number): string =>
  fate === 'missing' && count === 1 ? TEXTS.oneMissing : TEXTS.fates[fate]

/** What all of `runs` have in common and some others have not; '' of nothing, or where few say little. */
function placeOf(record: SweepRecord, fate: Fate, runs: readonly SweepRun[]): string {
  if (fate === 'missing' || runs.length < 2 || runs.length === record.runs.length) return ''
  const names = parameterNames(record)
  const shared = [
    ...sharedBy(runs, record.runs, run => run.label).map(label => String(label)),
    ...names.flatMap((name, i) =>
      sharedBy(runs, record.runs, run => run.values[i]!).map(value => `${name} ${valueText(value)}`)
    )
  ]
  return shared.length === 0 ? '' : TEXTS.allWith(shared.join(', '))
}

/** The one value that all of `runs` have, where others have others. */
function sharedBy<T>(runs: readonly SweepRun[], all: readonly SweepRun[], of: (run: SweepRun) => T): T[] {
  const [first] = runs
  const key = JSON.stringify(of(first!))
  const isSame = (run: SweepRun) => JSON.stringify(of(run)) === key
  return runs.every(isSame) && !all.every(isSame) ? [of(first!)] : []
}
