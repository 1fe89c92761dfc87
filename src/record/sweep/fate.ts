import type { SweepRun } from './sweepRecord'

/**
 * What became of a run, in words for counting. `diverged`: something was not finite. `stuck`: it ended hardly below the loss of a constant
 * answer (or of its first mini-batch, where that is not known), or above.
 */
export const FATES = ['learned', 'stuck', 'diverged', 'failed', 'missing'] as const
/** One of these ends. */
export type Fate = (typeof FATES)[number]

/** A loss above this share of a constant answer's has taught the net nothing to speak of. */
const STUCK_SHARE = 0.95

/** What became of `run`. */
export function fateOf(run: SweepRun): Fate {
  if (run.state !== 'done') return run.state
  const { curves, nonfinite, trivialLoss } = run.summary
  const { loss } = curves
  if (nonfinite !== null || loss === null || !Number.isFinite(loss.last)) return 'diverged'
  const nothing = trivialLoss !== null && trivialLoss > 0 ? trivialLoss : loss.first
  return loss.last > STUCK_SHARE * nothing ? 'stuck' : 'learned'
}

/** How many runs came to each end. */
export type FateCounts = Readonly<Record<Fate, number>>

/** How many of `runs` there are of each. */
export function countFates(runs: readonly SweepRun[]): FateCounts {
  const counts = { learned: 0, stuck: 0, diverged: 0, failed: 0, missing: 0 }
  for (const run of runs) counts[fateOf(run)]++
  return counts
}
