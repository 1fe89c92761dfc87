import { Paced } from '../figure'
import type { RunOutput } from './runOutput'

/** The least time from one picture to the next. */
const LEAST_INTERVAL_MS = 80

/**
 * Shows a run's record as it grows. Each picture waits for the one before (a figure's answer, the editor's back-pressure), the newest
 * wins, and showing takes half of the editor's time at most, so that a Stop button answers at once.
 */
export class LiveOutput<Shown> {
  private latest: (() => Shown) | null = null
  private ended = false
  private readonly paced = new Paced(() => this.show(), {
    now: () => Date.now(),
    rest: took => Math.max(LEAST_INTERVAL_MS - took, took),
    wait: (ms, then) => stopperOf(setTimeout(then, ms)),
    ready: then => stopperOf(setTimeout(then))
  })

  /** `isEmpty`: of a record that shows nothing yet; what stood before stays until then. */
  constructor(
    private readonly output: RunOutput<Shown>,
    private readonly isEmpty: (record: Shown) => boolean
  ) {}

  /** Shows `record()` as soon as the last picture has stood long enough. */
  update(record: () => Shown): void {
    if (this.ended || (this.latest === null && this.isEmpty(record()))) return
    this.latest = record
    this.output.keep(record)
    this.paced.request()
  }

  /** Shows nothing new from now on. */
  halt(): void {
    this.ended = true
    this.paced.cancel()
    this.output.release()
  }

  /** A picture that cannot be shown (the cell is gone) is no reason to stop: the run's own end will tell. */
  private show(): Promise<void> {
    return this.output.show(this.latest!()).catch(() => {})
  }
}

const stopperOf = (timer: ReturnType<typeof setTimeout>) => () => clearTimeout(timer)
