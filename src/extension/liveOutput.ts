import type { RunRecord } from '../record'
import type { RunOutput } from './runOutput'

/** The least time from one picture to the next, and how much longer than it took to show a picture must stand. */
const LEAST_INTERVAL_MS = 80
const REST_FACTOR = 1

/**
 * Shows a run's record as it grows. Each picture waits for the one before (a figure's answer, the editor's back-pressure), the newest
 * wins, and showing takes half of the editor's time at most, so that a Stop button answers at once.
 */
export class LiveOutput {
  private latest: (() => RunRecord) | null = null
  private waiting = false
  private timer: ReturnType<typeof setTimeout> | null = null
  private busy = false
  private ended = false

  constructor(private readonly output: RunOutput) {}

  /** Shows `record()` as soon as the last picture has stood long enough; what stood before the run stays until there is an epoch. */
  update(record: () => RunRecord): void {
    if (this.ended || (this.latest === null && record().columns === 0)) return
    this.latest = record
    this.output.keep(record)
    this.waiting = true
    if (!this.busy) this.show()
  }

  /** Shows nothing new from now on. */
  halt(): void {
    this.ended = true
    if (this.timer) clearTimeout(this.timer)
    this.output.release()
  }

  private show(): void {
    this.waiting = false
    this.busy = true
    const start = Date.now()
    const rest = () => {
      const took = Date.now() - start
      this.rest(Math.max(LEAST_INTERVAL_MS - took, REST_FACTOR * took))
    }
    // A picture that cannot be shown (the cell is gone) is no reason to stop: the run's own end will tell.
    this.output.show(this.latest!()).then(rest, rest)
  }

  private rest(milliseconds: number): void {
    if (this.ended) return
    this.timer = setTimeout(() => {
      this.busy = false
      if (this.waiting && !this.ended) this.show()
    }, milliseconds)
  }
}
