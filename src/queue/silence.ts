/** After so long without any worker a person is told; then after twice as long, and so on. */
const FIRST_MS = 10_000
/** Workers that did something for others in this time are at work. */
const RECENT_MS = 30_000

/** Whether it has been silent for so long that somebody should be told. */
export class Silence {
  private since: number
  private tellAfter = FIRST_MS
  private othersAt = -Infinity

  /** `now`: milliseconds of a clock */
  constructor(private readonly now: () => number = Date.now) {
    this.since = now()
  }

  /** Something happens. */
  end(): void {
    this.since = this.now()
    this.tellAfter = FIRST_MS
  }

  /** Something happens to others' jobs. */
  others(): void {
    this.othersAt = this.now()
  }

  /** Whether the workers are busy with others' jobs. */
  get isOfOthers(): boolean {
    return this.now() - this.othersAt < RECENT_MS
  }

  /** True now and then while nothing happens. */
  get isLong(): boolean {
    if (this.now() - this.since < this.tellAfter) return false
    this.tellAfter *= 2
    return true
  }
}
