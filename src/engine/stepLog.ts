import { STEPS_BEFORE_BREAK, isKeptStep, mergeSteps, type Steps } from '../record'
import type { Backend, StepStatistics } from './backend'
import { ColumnBuilder } from './column'
import type { Layout } from './layout'
import type { TrainingTask } from './spec'
import { copyStatistics, createStatistics } from './statistics'

/**
 * Keeps single steps beside the epochs' means: some of the first epoch, and, when something is not finite for the first time, that step
 * and the 16 before it. Quantiles of z are those of the moment and so "do not apply" to steps that are kept afterwards.
 */
export class StepLog {
  private readonly column: ColumnBuilder
  private readonly recent: readonly StepStatistics[] // a ring, [17]
  private readonly kept = new Set<number>()
  private news: Steps | null = null
  private broken = false

  constructor(
    task: TrainingTask,
    layout: Layout,
    private readonly backend: Backend
  ) {
    this.column = new ColumnBuilder(task, layout, backend)
    this.recent = Array.from({ length: STEPS_BEFORE_BREAK + 1 }, () => createStatistics(layout))
  }

  /** Takes up `step` (from 1), which the backend has just made. */
  take(step: number, epoch: number): void {
    if (this.broken) return
    copyStatistics(this.backend.statistics, this.placeOf(step))
    if (epoch !== 1 || !isKeptStep(step)) return
    this.column.reset()
    this.column.addQuantiles()
    this.keep(step)
  }

  /** Keeps the last steps up to `step`, in which something was not finite for the first time. */
  keepLast(step: number): void {
    this.broken = true
    this.column.reset()
    for (let each = Math.max(1, step - STEPS_BEFORE_BREAK); each <= step; each++)
      if (!this.kept.has(each)) this.keep(each)
  }

  /** The steps that were kept since this was last asked for; null: none. */
  takeNews(): Steps | null {
    const { news } = this
    this.news = null
    return news
  }

  private placeOf(step: number): StepStatistics {
    return this.recent[step % this.recent.length]!
  }

  private keep(step: number): void {
    this.column.forgetSteps()
    this.column.addStep(this.placeOf(step), true)
    const { curves, quantities } = this.column.build(step, null)
    const one: Steps = { steps: [step], curves, quantities }
    this.news = this.news === null ? one : mergeSteps(this.news, one)
    this.kept.add(step)
  }
}
