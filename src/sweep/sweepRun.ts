import type { Files, Limits, Task } from '../experiment'
import type { SweepOutcome, SweepRecord, SweepRun } from '../record'
import type { PoolProgress, Runs, StopSignal } from '../worker'
import { firstRun, knownTask, planSweep, type SweepCell, type SweepPlan } from './sweepPlan'

/** What a sweep is run with. */
export interface SweepJob {
  readonly cell: SweepCell
  /** all that any of its runs reads */
  readonly files: Files
  readonly limits: Limits
  readonly signal: StopSignal
  /** what an earlier run of the cell gave: runs that it has are not done again; null: nothing */
  readonly before: SweepRecord | null
  /** Runs have ended; `soFar` makes the record with them. Called at the start too, once there is a record. */
  onChange?(ended: readonly number[], soFar: () => SweepRecord, progress: PoolProgress | null): void
}

const MISSING: SweepOutcome = { state: 'missing' }

/**
 * Does what is missing of a sweep; gives its record, also when it was stopped. Null where it was stopped before anything was known of its
 * data.
 */
export async function runSweep(job: SweepJob, pool: Runs): Promise<SweepRecord | null> {
  const plan = await planSweep(job.cell, job.files, job.signal)
  if (plan.runs.length < job.cell.expansion.count) return null
  const sweep = new Sweep(job, plan)
  await sweep.run(pool)
  return sweep.record
}

class Sweep {
  private readonly outcomes: SweepOutcome[]
  private task: Task | null
  private progress: PoolProgress | null = null

  constructor(
    private readonly job: SweepJob,
    private readonly plan: SweepPlan
  ) {
    const before = doneBefore(job.before)
    this.outcomes = plan.runs.map(({ digest }) => before.get(digest) ?? MISSING)
    this.task = knownTask(job.cell) ?? taskBefore(job.before, plan)
  }

  get record(): SweepRecord | null {
    if (this.task === null) return null
    const { head, runs } = this.plan
    const all = runs.map((run, index): SweepRun => ({ ...run, ...this.outcomes[index]! }))
    return { ...head, ...firstRun(this.job.cell, this.task), runs: all }
  }

  async run(pool: Runs): Promise<void> {
    const { cell, files, limits, signal } = this.job
    const { keys, runs: planned } = this.plan
    const all = keys.map((key, index) => ({ key, index, digest: planned[index]!.digest }))
    const missing = all.filter(({ index }) => this.outcomes[index] === MISSING)
    this.tell([])
    await pool.run({
      ...{ files, limits, signal, runs: missing },
      experimentOf: index => cell.expansion.run(index).experiment,
      onData: (key, task) => this.learn(key, task),
      onProgress: progress => {
        this.progress = progress
        this.tell([])
      },
      onOutcome: (index, outcome) => {
        this.outcomes[index] = outcome
        this.tell([index])
      }
    })
    if (this.task === null && !signal.aborted) this.task = 'classification' // all failed, so nothing tells
  }

  /** The first run's data say what is to be predicted. */
  private learn(key: string, task: Task): void {
    if (this.task !== null || key !== this.plan.keys[0]) return
    this.task = task
    this.tell([])
  }

  private tell(ended: readonly number[]): void {
    if (this.task !== null) this.job.onChange?.(ended, () => this.record!, this.progress)
  }
}

/** The runs that an earlier record has, by their digests; those that failed are to be done again. */
function doneBefore(before: SweepRecord | null): ReadonlyMap<string, SweepOutcome> {
  const done = (before?.runs ?? []).flatMap(run => (run.state === 'done' ? [run] : []))
  return new Map(done.map(({ digest, summary }) => [digest, { state: 'done', summary }]))
}

/** Of the same first run. */
const taskBefore = (before: SweepRecord | null, { runs }: SweepPlan): Task | null =>
  before !== null && before.runs[0]?.digest === runs[0]?.digest ? before.data.task : null
