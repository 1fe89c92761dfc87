import type { RunRecord } from '../record'
import { ActiveRun } from './activeRun'
import { handedOver } from './handOver'
import { RunFailed, StoppedEarly, type Job } from './job'
import type { FromWorker, ToWorker } from './messages'
import type { WorkerHandle } from './port'
import { TEXTS } from './texts'

/** Starts a worker. */
export type Spawn = () => WorkerHandle<ToWorker, FromWorker>

/** A worker that has not answered a stop after this time is ended. */
const PATIENCE_MS = 120

/**
 * Runs experiments in a worker, one after the other. The worker is started with the first run, kept for the next, and
 * replaced when it died or did not stop when asked to. One that had nothing to do for `idleMs` is ended, as it holds much memory.
 */
export class RunClient {
  private worker: WorkerHandle<ToWorker, FromWorker> | null = null
  private current: ActiveRun | null = null
  private last: Promise<unknown> = Promise.resolve()
  private idle: unknown = null
  private disposed = false
  private runs = 0

  constructor(
    private readonly spawn: Spawn,
    private readonly idleMs = Infinity
  ) {}

  /**
   * The record of the finished (or stopped) run. Rejects with `RunFailed`, which holds the record so far, when the engine
   * throws or the worker dies, and with `StoppedEarly` where there is nothing to hold.
   */
  run(job: Job): Promise<RunRecord> {
    const result = this.last.then(() => this.start(job))
    this.last = result.catch(() => {})
    return result
  }

  /** Ends the worker; a run that is under way fails, and so do those that wait for it. */
  dispose(): void {
    this.disposed = true
    this.end()
    this.current?.fail(TEXTS.closed)
  }

  private async start(job: Job): Promise<RunRecord> {
    if (this.disposed) throw new RunFailed(TEXTS.closed, null)
    if (job.signal.aborted) throw new StoppedEarly()
    const run = (this.current = new ActiveRun(++this.runs, job))
    const cancel = () => this.cancel(run)
    job.signal.addEventListener('abort', cancel)
    try {
      this.post(run.id, job)
      return await run.result
    } finally {
      job.signal.removeEventListener('abort', cancel)
      this.current = null
      this.rest()
    }
  }

  private post(id: number, { experiment, files, limits, onWeights }: Job): void {
    const given = handedOver(files)
    const weights = onWeights !== undefined
    this.living().post({ type: 'run', id, experiment, files: given.files, limits, weights }, given.buffers)
  }

  private living(): WorkerHandle<ToWorker, FromWorker> {
    clearTimeout(this.idle)
    if (this.worker) return this.worker
    const worker = this.spawn()
    worker.onMessage(message => this.current?.receive(message))
    worker.onDeath(reason => {
      if (this.worker === worker) this.worker = null
      this.current?.fail(TEXTS.workerEnded(reason))
    })
    return (this.worker = worker)
  }

  /** The next run begins before the time is over, or the worker ends. */
  private rest(): void {
    if (this.worker && Number.isFinite(this.idleMs)) this.idle = setTimeout(() => this.end(), this.idleMs)
  }

  private end(): void {
    clearTimeout(this.idle)
    this.worker?.terminate()
    this.worker = null
  }

  private cancel(run: ActiveRun): void {
    if (run.ended || this.current !== run) return
    this.worker?.post({ type: 'cancel', id: run.id })
    const timer = setTimeout(() => this.giveUp(run), PATIENCE_MS)
    const forget = () => clearTimeout(timer)
    run.result.then(forget, forget)
  }

  /** The worker is deep in one step: end it, keep what it told. */
  private giveUp(run: ActiveRun): void {
    if (run.ended) return
    this.end()
    run.stopNow()
  }
}
