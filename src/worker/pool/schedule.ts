import type { PreparedData } from '../../plan'
import type { PoolRun } from './job'

/** Something for a worker to do next. */
export type Task =
  | { readonly type: 'prepare'; readonly key: string; readonly index: number }
  /** `data`: what it has to know; null where it makes them itself */
  | { readonly type: 'run'; readonly key: string; readonly index: number; readonly data: PreparedData | null }

interface Group {
  readonly key: string
  /** places of runs that wait, in order */
  readonly waiting: number[]
  /** waiting or under way */
  left: number
  state: 'untouched' | 'preparing' | 'ready'
  data: PreparedData | null
}

/**
 * Which run comes next: those with the same data one after the other, so that data are made once and few are in memory at a time. Data of
 * a single run that need no file are made where it runs.
 */
export class Schedule {
  /** runs that have not ended */
  left = 0
  private readonly groups = new Map<string, Group>()

  /**
   * `readsFiles`: whether the data of a run come from files. `keeps`: whether data are kept when their last run has ended, until
   * there are runs with others.
   */
  constructor(
    private readonly readsFiles: (index: number) => boolean,
    private readonly keeps: boolean
  ) {}

  /** Takes more runs; gives the keys of data that are kept no longer. */
  add(runs: readonly PoolRun[]): readonly string[] {
    this.left += runs.length
    const before = new Set(this.groups.keys())
    for (const { key, index } of runs) {
      const group = this.groups.get(key)
      if (group === undefined) this.groups.set(key, { key, waiting: [index], left: 1, state: 'untouched', data: null })
      else {
        group.waiting.push(index)
        group.left++
      }
    }
    for (const { key } of runs) if (!before.has(key)) this.lookAtNew(this.groups.get(key)!)
    return this.groups.size > before.size ? this.emptied() : []
  }

  private lookAtNew(group: Group): void {
    if (group.left === 1 && !this.readsFiles(group.waiting[0]!)) group.state = 'ready'
  }

  private emptied(): readonly string[] {
    const empty = [...this.groups.values()].filter(({ left }) => left === 0)
    empty.forEach(({ key }) => this.groups.delete(key))
    return empty.map(({ key }) => key)
  }

  /** The next task; null where there is none now. */
  next(): Task | null {
    for (const group of this.groups.values()) {
      const { key, state, waiting, data } = group
      if (waiting.length === 0) continue
      if (state === 'ready') return { type: 'run', key, index: waiting.shift()!, data }
      if (state === 'preparing') continue
      group.state = 'preparing'
      return { type: 'prepare', key, index: waiting[0]! }
    }
    return null
  }

  /** The data of `key` are there. */
  prepared(key: string, data: PreparedData): void {
    const group = this.groups.get(key)
    if (group) Object.assign(group, { state: 'ready', data })
  }

  /** Whoever was to do this could not: it is to be done again, before others. */
  again(task: Task): void {
    const group = this.groups.get(task.key)
    if (group === undefined) return
    if (task.type === 'prepare') group.state = 'untouched'
    else group.waiting.unshift(task.index)
  }

  /** A run has ended; true when it was the last with its data, which are kept no longer. */
  ended(key: string): boolean {
    const group = this.groups.get(key)!
    group.left--
    this.left--
    if (group.left > 0 || (this.keeps && group.data !== null)) return false
    return this.groups.delete(key)
  }

  /** The data of `key` cannot be had: the runs that need them have ended, too. */
  lost(key: string): readonly number[] {
    const waiting = this.groups.get(key)?.waiting ?? []
    this.groups.delete(key)
    this.left -= waiting.length
    return waiting
  }
}
