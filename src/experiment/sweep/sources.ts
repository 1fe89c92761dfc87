import type { Path } from '../path'
import type { Range } from '../problems/problem'
import type { Source } from '../source'
import { isWithin, type Override } from './override'

/** Places of a cell that extends another: what it took from there has its place where it says so. */
export class InheritingSource implements Source {
  /** `own`: the keys that the cell's text has. */
  constructor(
    private readonly source: Source,
    private readonly own: ReadonlySet<unknown>
  ) {}

  rangeOf(path: Path): Range {
    return this.source.rangeOf(this.isOwn(path) ? path : ['extends'])
  }

  rangeOfKey(path: Path): Range {
    return this.isOwn(path) ? this.source.rangeOfKey(path) : this.source.rangeOf(['extends'])
  }

  textAt(range: Range): string {
    return this.source.textAt(range)
  }

  private isOwn([key]: Path): boolean {
    return key === undefined || this.own.has(key)
  }
}

/** Places of one run of a cell: what differs from run to run has its place among the values of the sweep. */
export class RunSource implements Source {
  /** `overrides` in the order in which they were put over the cell. */
  constructor(
    private readonly source: Source,
    private readonly overrides: readonly Override[]
  ) {}

  rangeOf(path: Path): Range {
    const found = this.lastAt(path)
    if (found === undefined) return this.source.rangeOf(path)
    return this.source.rangeOf([...found.from, ...path.slice(found.path.length)])
  }

  rangeOfKey(path: Path): Range {
    const found = this.lastAt(path)
    if (found === undefined) return this.source.rangeOfKey(path)
    const inner = path.slice(found.path.length)
    return inner.length > 0 ? this.source.rangeOfKey([...found.from, ...inner]) : this.rangeOfStep(found, path.length)
  }

  textAt(range: Range): string {
    return this.source.textAt(range)
  }

  private lastAt(path: Path): Override | undefined {
    const touching = this.overrides.filter(one => isWithin(path, one.path) || isWithin(one.path, path))
    return path.length > 0 ? touching.at(-1) : undefined
  }

  /** The part of a dotted key that is the step `count` of its path, counted from 1. */
  private rangeOfStep({ key, path }: Override, count: number): Range {
    const range = this.source.rangeOfKey(key)
    const steps = this.source.textAt(range).split('.')
    const at = steps.length - path.length + count - 1
    if (/["']/.test(steps.join('')) || at < 0 || at >= steps.length) return range
    const start = range.start + steps.slice(0, at).reduce((sum, step) => sum + step.length + 1, 0)
    return { start, end: start + steps[at]!.length }
  }
}
