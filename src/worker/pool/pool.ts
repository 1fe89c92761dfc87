import type { Spawn } from '../client'
import type { FromWorker } from '../messages'
import { PoolWorker } from './poolWorker'
import { ActiveSweep, type Threads } from './activeSweep'
import type { PoolJob, PoolWork, Runs, RunTaker } from './job'

/**
 * Does the runs of sweeps on several threads, each one run at a time; sweeps one after the other. Threads are started when there is work
 * for them, kept for the next sweep, and ended when they had nothing to do for `idleMs`.
 */
export class RunPool implements Runs {
  private readonly workers = new Set<PoolWorker>()
  private current: ActiveSweep | null = null
  private last: Promise<unknown> = Promise.resolve()
  private idle: unknown = null
  private disposed = false

  /** `size`: how many threads, asked for before each sweep */
  constructor(
    private readonly spawn: Spawn,
    private readonly size: () => number,
    private readonly idleMs = Infinity
  ) {}

  /** Does the runs of a job once all jobs before it are done; resolves when each has its outcome or the job was stopped. */
  run(job: PoolJob): Promise<void> {
    const result = this.last.then(() => this.start(job))
    this.last = result.catch(() => {})
    return result
  }

  /** Does runs as they come, until the work's signal aborts; the pool does nothing else then. */
  open(work: PoolWork): RunTaker {
    return (this.current = new ActiveSweep(work, this.threads(), null))
  }

  /** Ends all threads; runs that are under way are left. */
  dispose(): void {
    this.disposed = true
    this.end()
    this.current?.abandon()
  }

  private async start(job: PoolJob): Promise<void> {
    if (this.disposed || job.signal.aborted) return
    clearTimeout(this.idle)
    const { runs, files } = job
    const sweep = (this.current = new ActiveSweep({ ...job, filesOf: () => files }, this.threads(), runs))
    try {
      await sweep.result
    } finally {
      this.current = null
      if (Number.isFinite(this.idleMs) && !this.disposed) this.idle = setTimeout(() => this.end(), this.idleMs)
    }
  }

  private threads(): Threads {
    return {
      size: this.size(),
      workers: this.workers,
      start: () => this.started(),
      end: worker => this.ended(worker)
    }
  }

  private started(): PoolWorker {
    const handle = this.spawn()
    const worker = new PoolWorker(handle)
    handle.onMessage((message: FromWorker) => this.current?.receive(worker, message))
    handle.onDeath(reason => {
      if (this.workers.delete(worker)) this.current?.died(worker, reason)
    })
    this.workers.add(worker)
    return worker
  }

  private ended(worker: PoolWorker): void {
    this.workers.delete(worker)
    worker.terminate()
  }

  private end(): void {
    clearTimeout(this.idle)
    for (const worker of [...this.workers]) this.ended(worker)
  }
}
