/** After so long without any worker a person is told; then after twice as long, and so on. */
const FIRST_MS = 10_000

/** Whether it has been silent for so long that somebody should be told. */
export class Silence {
  private since = Date.now()
  private tellAfter = FIRST_MS

  /** Something happens. */
  end(): void {
    this.since = Date.now()
    this.tellAfter = FIRST_MS
  }

  /** True now and then while nothing happens. */
  get isLong(): boolean {
    if (Date.now() - this.since < this.tellAfter) return false
    this.tellAfter *= 2
    return true
  }
}
