import type { ProblemCode } from './problems/problem'
import type { Path } from './path'

/** What of a cell is above a limit. */
export interface Excess {
  /** as `Limits` calls it */
  readonly limit: string
  /** null where it was not counted to its end */
  readonly value: number | null
  readonly most: number
}

/** A way a cell's keys disagree: where, and a sentence. */
export interface Finding {
  readonly code: ProblemCode
  readonly path: Path
  readonly message: string
  /** of code 'limit' */
  readonly excess?: Excess
}
