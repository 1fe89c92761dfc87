import type { Experiment, Files, Limits, Task } from '../../experiment'
import type { SweepOutcome } from '../../record'
import type { StopSignal } from '../job'

/** One of the runs that a pool is to do. */
export interface PoolRun {
  /** its place in the sweep */
  readonly index: number
  /** of its data, see `dataKey` */
  readonly key: string
}

/** How far a pool is with a sweep. */
export interface PoolProgress {
  readonly done: number
  readonly running: number
  readonly failed: number
  readonly left: number
  /** null until a run has ended */
  readonly secondsLeft: number | null
}

/** Runs to be done by a pool, for their summaries. */
export interface PoolJob {
  readonly runs: readonly PoolRun[]
  /** the experiment of a run; asked for when its turn comes */
  experimentOf(index: number): Experiment
  /** all that any of the runs reads */
  readonly files: Files
  readonly limits?: Limits
  readonly signal: StopSignal
  /** Data are there, by their key: what they are for. */
  onData?(key: string, task: Task): void
  /** A run has ended; called in any order, once for each run that was not stopped. */
  onOutcome(index: number, outcome: Exclude<SweepOutcome, { state: 'missing' }>): void
  onProgress?(progress: PoolProgress): void
}
