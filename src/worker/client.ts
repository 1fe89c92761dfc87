import { DEFAULT_LIMITS, type Experiment, type Limits } from '../experiment'
import { RecordBuilder, type RunRecord, type StopReason } from '../record'
import type { Files, FromWorker, ToWorker } from './messages'
import type { WorkerHandle } from './port'

export type Spawn = () => WorkerHandle<ToWorker, FromWorker>

/** How far a run is: `step` of `steps` mini-batches. */
export interface Progress {
  readonly step: number
  readonly steps: number
}

/** The name of the error output of a run that failed. */
export const FAILED_NAME = 'Training failed'

/** A run that could not be finished. `record` holds what it measured until then. */
export class RunFailed extends Error {
  constructor(
    message: string,
    readonly record: RunRecord | null
  ) {
    super(message)
    this.name = 'RunFailed'
  }
}

/** The part of an AbortSignal that a run listens to. */
export interface StopSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void, options: { once: true }): void
}

export interface Job {
  readonly experiment: Experiment
  readonly files: Files
  /** for what only the files tell; the default ones if left out */
  readonly limits?: Limits
  readonly signal: StopSignal
  /** Called after every message; `record()` makes the record so far. */
  onProgress(progress: Progress, record: () => RunRecord): void
  /** Asks for the weights at the run's end, a safetensors file; not called when the worker had to be ended or failed. */
  onWeights?(file: Uint8Array): void
}

/** A worker that has not answered a stop after this time is ended. */
const PATIENCE_MS = 120

/**
 * Runs experiments in a worker, one after the other. The worker is started with the first run, kept for the next, and
 * replaced when it died or did not stop when asked to.
 */
export class RunClient {
  private worker: WorkerHandle<ToWorker, FromWorker> | null = null
  private current: ActiveRun | null = null
  private last: Promise<unknown> = Promise.resolve()
  private runs = 0

  constructor(private readonly spawn: Spawn) {}

  /**
   * The record of the finished (or stopped) run. Rejects with `RunFailed`, which holds the record so far, when the engine
   * throws or the worker dies.
   */
  run(job: Job): Promise<RunRecord> {
    const result = this.last.then(() => this.start(job))
    this.last = result.catch(() => {})
    return result
  }

  /** Ends the worker; a run that is under way fails. */
  dispose(): void {
    this.worker?.terminate()
    this.worker = null
    this.current?.fail('gradnb was closed')
  }

  private async start(job: Job): Promise<RunRecord> {
    const id = ++this.runs
    const worker = this.living()
    const run = (this.current = new ActiveRun(id, job))
    job.signal.addEventListener('abort', () => this.cancel(run), { once: true })
    const { experiment, files, limits = DEFAULT_LIMITS } = job
    worker.post({ type: 'run', id, experiment, files, limits, weights: job.onWeights !== undefined })
    if (job.signal.aborted) this.cancel(run)
    return run.result.finally(() => (this.current = null))
  }

  private living(): WorkerHandle<ToWorker, FromWorker> {
    if (this.worker) return this.worker
    const worker = this.spawn()
    worker.onMessage(message => this.current?.receive(message))
    worker.onDeath(reason => {
      if (this.worker === worker) this.worker = null
      this.current?.fail(`the worker that trains ended: ${reason}; run the cell again to start a new one`)
    })
    return (this.worker = worker)
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
    this.worker?.terminate()
    this.worker = null
    run.stopNow()
  }
}

/** One run on the host's side: collects the record and settles once. */
class ActiveRun {
  readonly result: Promise<RunRecord>
  ended = false
  private builder: RecordBuilder | null = null
  private steps = 0
  private resolve!: (record: RunRecord) => void
  private reject!: (error: Error) => void

  constructor(
    readonly id: number,
    private readonly job: Job
  ) {
    this.result = new Promise((resolve, reject) => ([this.resolve, this.reject] = [resolve, reject]))
  }

  receive(message: FromWorker): void {
    if (message.id !== this.id || this.ended) return
    switch (message.type) {
      case 'started':
        this.builder = new RecordBuilder(message.header)
        this.steps = message.header.epochs * message.header.stepsPerEpoch
        return
      case 'progress':
        return this.progress(message)
      case 'finished':
        if (message.weights) this.job.onWeights?.(message.weights)
        return this.finish(message.stop.reason, message.stop.epoch)
      case 'failed':
        return this.fail(message.message)
      default:
        message satisfies never
    }
  }

  fail(sentence: string): void {
    if (this.ended) return
    this.ended = true
    this.stop('failed', this.lastEpoch)
    this.reject(new RunFailed(sentence, this.builder?.record ?? null))
  }

  stopNow(): void {
    this.finish('cancelled', this.lastEpoch)
  }

  private get lastEpoch(): number {
    return Math.max(0, (this.builder?.record.columns ?? 0) - 1)
  }

  private progress({ columns, frames, events, step }: Extract<FromWorker, { type: 'progress' }>): void {
    const builder = this.builder!
    if (columns) builder.add(columns)
    for (const frame of frames) builder.addFrame(frame)
    if (events) builder.setEvents(events)
    this.job.onProgress({ step, steps: this.steps }, () => builder.record)
  }

  private finish(reason: StopReason, epoch: number): void {
    if (this.ended) return
    this.ended = true
    this.stop(reason, epoch)
    if (this.builder) this.resolve(this.builder.record)
    else this.reject(new RunFailed('stopped before the first step', null))
  }

  private stop(reason: StopReason, epoch: number): void {
    this.builder?.setEvents({ ...this.builder.record.events, stop: { reason, epoch } })
  }
}
