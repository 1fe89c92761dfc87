import type { RunRecord } from '../../../src/record'
import { standingOf } from '../../../src/diagnosis'
import { halfOf, type CorpusCase } from '../corpusCase'
import { runCell } from '../runExperiment'
import { Drawn } from './drawn'
import { SIGNAL_FAULTS } from './signalFaults'
import { TRAINING_FAULTS } from './trainingFaults'
import { HEALTHY, type Healthy } from './healthy'
import { WIDE_FAULTS } from './wideFaults'
import { WIDE_HEALTHY } from './wideHealthy'
import type { Family } from './fault'

/** Another seed makes another corpus of the same kinds. */
export const SEED = 20261126
/** Cases of each family that are kept, and the most that are tried for them. */
const [KEPT, TRIED] = [6, 30]
/** Healthy families there are fewer of. */
const KEPT_HEALTHY = 12

/** A net that leaves more than this of the loss of a constant answer has not learned; its healthy twin leaves less than that. */
const [FAILED, LEARNED] = [0.5, 0.4]

/** Whether a run ended without having learned. */
const failed = (record: RunRecord): boolean => {
  const { isFinite, share } = standingOf(record)
  return !isFinite || (share !== null && share > FAILED)
}

const learned = (record: RunRecord): boolean => {
  const { isFinite, share } = standingOf(record)
  return isFinite && share !== null && share < LEARNED
}

/** A case and what its run recorded. */
export interface SeededCase extends CorpusCase {
  readonly record: RunRecord
}

/** Candidates of one family, in their order, of which `use` keeps some. */
function* keptOf<T>(
  seed: number,
  family: string,
  kept: number,
  make: (drawn: Drawn) => T,
  use: (id: string, made: T) => SeededCase | null
): Generator<SeededCase> {
  let count = 0
  for (let i = 0; i < TRIED && count < kept; i++) {
    const id = `${family} ${i}`
    const found = use(id, make(new Drawn(id, seed)))
    if (found === null) continue
    count++
    yield found
  }
}

/** Which families are drawn: those that rules may be chosen by, or those over far wider ranges that only judge them. */
export const BAD = { usual: { ...SIGNAL_FAULTS, ...TRAINING_FAULTS }, wide: WIDE_FAULTS } as const
export const GOOD = { usual: HEALTHY, wide: WIDE_HEALTHY } as const

/** Bad cells: those that end without having learned, though they learn without the fault. */
export function* badCases(
  kept = KEPT,
  seed = SEED,
  families: Readonly<Record<string, Family>> = BAD.usual
): Generator<SeededCase> {
  for (const [family, make] of Object.entries(families))
    yield* keptOf(seed, family, kept, make, (id, { fault, acceptable, layers, cell, healthy, files }) => {
      const record = runCell(cell, files)
      if (!failed(record) || !learned(runCell(healthy, files))) return null
      return { id, half: halfOf(id), fault, acceptable, layers, cell, files, record }
    })
}

/** Healthy cells: those that learn, and noisy ones, of which nobody could learn more. */
export function* healthyCases(
  kept = KEPT_HEALTHY,
  seed = SEED,
  families: Readonly<Record<string, (drawn: Drawn) => Healthy>> = GOOD.usual
): Generator<SeededCase> {
  for (const [family, make] of Object.entries(families))
    yield* keptOf(seed, family, kept, make, (id, { cell, data, isNoisy }) => {
      const whole = { dataset: data.dataset, ...cell }
      const record = runCell(whole, data.files)
      if (!isNoisy && !learned(record)) return null
      return {
        id,
        half: halfOf(id),
        fault: 'none',
        acceptable: [],
        layers: null,
        cell: whole,
        files: data.files,
        record
      }
    })
}
