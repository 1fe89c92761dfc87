import { suggesting, type Problem, type ProblemCode } from '../problems/problem'
import type { Path } from '../path'
import type { Source } from '../source'

/** Collects what is wrong with the keys of a cell that make many runs. */
export class Report {
  readonly problems: Problem[] = []

  constructor(readonly source: Source) {}

  /** At the value of `path`. */
  value(code: ProblemCode, path: Path, message: string, suggestion: string | null = null): void {
    this.problems.push({ code, message, ...this.source.rangeOf(path), ...suggesting(suggestion) })
  }

  /** At the key of `path`. */
  key(code: ProblemCode, path: Path, message: string, suggestion: string | null = null): void {
    this.problems.push({ code, message, ...this.source.rangeOfKey(path), ...suggesting(suggestion) })
  }
}
