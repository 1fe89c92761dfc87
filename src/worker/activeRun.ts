import { RecordBuilder, type RunRecord, type StopReason } from '../record'
import { RunFailed, StoppedEarly, type Job } from './job'
import type { FromWorker } from './messages'

/** One run on the host's side: collects the record and settles once. */
export class ActiveRun {
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
      case 'prepared':
      case 'summarized':
        return // of sweeps, which have workers of their own
      default:
        message satisfies never
    }
  }

  /** Rejects with `sentence` and what was measured. */
  fail(sentence: string): void {
    if (this.ended) return
    this.ended = true
    this.stop('failed', this.lastEpoch)
    this.reject(new RunFailed(sentence, this.builder?.record ?? null))
  }

  /** Ends as stopped, with what was measured. */
  stopNow(): void {
    this.finish('cancelled', this.lastEpoch)
  }

  private get lastEpoch(): number {
    return Math.max(0, (this.builder?.record.columns ?? 0) - 1)
  }

  private progress(news: Extract<FromWorker, { type: 'progress' }>): void {
    const builder = this.builder!
    const { columns, frames, outcomes, distributions, keptSteps, events, step } = news
    if (columns) builder.add(columns)
    for (const frame of frames) builder.addFrame(frame)
    for (const outcome of outcomes) builder.addOutcome(outcome)
    for (const distribution of distributions) builder.addDistribution(distribution)
    if (keptSteps) builder.addSteps(keptSteps)
    if (events) builder.setEvents(events)
    this.job.onProgress({ step, steps: this.steps }, () => builder.record)
  }

  private finish(reason: StopReason, epoch: number): void {
    if (this.ended) return
    this.ended = true
    this.stop(reason, epoch)
    if (this.builder) this.resolve(this.builder.record)
    else this.reject(new StoppedEarly())
  }

  private stop(reason: StopReason, epoch: number): void {
    this.builder?.setEvents({ ...this.builder.record.events, stop: { reason, epoch } })
  }
}
