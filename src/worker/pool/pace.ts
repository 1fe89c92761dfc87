import type { PoolProgress } from './job'

/** Runs that take less are quick: a message takes as long as a good part of one. */
const QUICK_MS = 25

/** How fast the runs of a sweep end. */
export class Pace {
  private readonly startedAt = Date.now()
  private endedRuns = 0

  /** `runs`: how many there are to do. */
  constructor(private readonly runs: number) {}

  ended(): void {
    this.endedRuns++
  }

  /** Whether runs have ended quickly so far, all workers together. */
  get isQuick(): boolean {
    return this.endedRuns >= 4 && Date.now() - this.startedAt < QUICK_MS * this.endedRuns
  }

  progress(done: number, failed: number, running: number): PoolProgress {
    const left = this.runs - this.endedRuns
    const seconds = (Date.now() - this.startedAt) / 1000
    return { done, running, failed, left, secondsLeft: this.endedRuns === 0 ? null : (seconds * left) / this.endedRuns }
  }
}
