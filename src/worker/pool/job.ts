import type { Excess, Experiment, Files, Limits, Task } from '../../experiment'
import type { SweepOutcome } from '../../record'
import type { StopSignal } from '../job'

/** One of the runs that a pool is to do. */
export interface PoolRun {
  /** its place in the sweep */
  readonly index: number
  /** of its data: runs with the same key have the same (see `dataKey`) */
  readonly key: string
  /** by which it is known beyond this machine, where that was made already */
  readonly digest?: string
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

/** How runs are done by a pool, for their summaries. */
export interface PoolWork {
  /** the experiment of a run; asked for when its turn comes */
  experimentOf(index: number): Experiment
  /** all that a run reads */
  filesOf(index: number): Files
  readonly limits: Limits
  /** a run that takes longer fails; no end if left out */
  readonly mostSeconds?: number
  readonly signal: StopSignal
  /** Data are there, by their key: what they are for. */
  onData?(key: string, task: Task): void
  /** A run has ended; called in any order, once for each run that was not stopped. */
  onOutcome(index: number, outcome: Exclude<SweepOutcome, { state: 'missing' }>): void
  /** What a run's files hold is above a limit; called in place of `onOutcome`, where it is there. */
  onExcess?(index: number, excess: Excess): void
  /** A run was done twice, and not with the same result: `outcome` is the later one. Never called by a pool of threads. */
  onOther?(index: number, outcome: Exclude<SweepOutcome, { state: 'missing' }>): void
  onProgress?(progress: PoolProgress): void
}

/** Runs to be done by a pool. */
export interface PoolJob extends Omit<PoolWork, 'filesOf'> {
  readonly runs: readonly PoolRun[]
  /** all that any of the runs reads */
  readonly files: Files
}

/** What does the runs of a sweep: this machine's threads, or other machines. */
export interface Runs {
  /** Resolves when every run has ended, or all have stopped; never rejects for what a run does. */
  run(job: PoolJob): Promise<void>
}

/** Takes runs while others are done. */
export interface RunTaker {
  add(runs: readonly PoolRun[]): void
}
