import type { ProblemCode } from './problems/problem'
import type { Path } from './path'

/** A way a cell's keys disagree: where, and a sentence. */
export interface Finding {
  readonly code: ProblemCode
  readonly path: Path
  readonly message: string
}
