import type { PoolProgress } from './job'

/** Runs that take less are quick: a message takes as long as a good part of one. */
const QUICK_MS = 25

/** How fast the runs of a sweep end. */
export class Pace {
  private startedAt = Date.now()
  private endedRuns = 0

  /** `runs`: how many there are to do. */
  constructor(private runs: number) {}

  /** More runs are to be done; `idle`: nobody had anything to do until now, which tells nothing of runs. */
  more(runs: number, idle: boolean): void {
    this.runs += runs
    if (!idle) return
    Object.assign(this, { startedAt: Date.now(), endedRuns: 0, runs })
  }

  /** A run has ended, in whatever way. */
  ended(): void {
    this.endedRuns++
  }

  /** Whether runs have ended quickly so far, all workers together. */
  get isQuick(): boolean {
    return this.endedRuns >= 4 && Date.now() - this.startedAt < QUICK_MS * this.endedRuns
  }

  /** How far all is; `secondsLeft` by how long runs took so far, null before the first has ended. */
  progress(done: number, failed: number, running: number): PoolProgress {
    const left = this.runs - this.endedRuns
    const seconds = (Date.now() - this.startedAt) / 1000
    return { done, running, failed, left, secondsLeft: this.endedRuns === 0 ? null : (seconds * left) / this.endedRuns }
  }
}
