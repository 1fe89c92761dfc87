import type { RunRecord } from '../../../src/record'

/** ms */
const EVERY = 1000

/** The numbers as a table, while a person wants it: it follows a run more slowly than the picture, as thousands of numbers are made anew. */
export class TableFollower {
  private wanted = false
  private madeAt = 0

  /** `make` fills the table, or (false) empties it. */
  constructor(private readonly make: (wanted: boolean) => void) {}

  /** A person opened or closed it. */
  want(wanted: boolean): void {
    this.wanted = wanted
    this.remake()
  }

  /** A person chose other numbers. */
  choose(): void {
    if (this.wanted) this.remake()
  }

  /** The run has come farther, or to its end. */
  follow({ events }: RunRecord): void {
    const isDue = events.stop !== null || performance.now() - this.madeAt >= EVERY
    if (this.wanted && isDue) this.remake()
  }

  private remake(): void {
    this.madeAt = performance.now()
    this.make(this.wanted)
  }
}
