import { hashText } from '../arithmetic'
import { Pace, type PoolJob } from '../worker'
import type { KnownRun } from './batches'
import type { QueueNews } from './queueNews'
import type { QueuedResult, ReadResult } from './resultMessage'
import { TEXTS } from './texts'

interface Known {
  readonly index: number
  readonly worker: string
  readonly hash: number
}

/** What came of the runs of a sweep: tells it once of each, and compares what comes twice. */
export class Tally {
  private readonly known = new Map<string, Known>()
  private readonly keys = new Set<string>()
  private readonly settled = new Set<number>()
  private readonly pace: Pace
  private done = 0
  private failed = 0

  constructor(
    private readonly job: PoolJob,
    private readonly news: QueueNews
  ) {
    this.pace = new Pace(job.runs.length)
  }

  /** How many runs have ended. */
  get ended(): number {
    return this.done + this.failed
  }

  take({ index, key }: KnownRun, result: ReadResult, worker: string): void {
    this.compare(index, result, worker)
    const { task, outcome } = result
    if (task !== null && !this.keys.has(key)) this.job.onData?.(key, task)
    if (task !== null) this.keys.add(key)
    this.end(index, outcome)
  }

  fail({ index }: KnownRun, why: string): void {
    this.end(index, { state: 'failed', why })
  }

  /** Looks at a result that somebody else has given, or will give, too; `index`: null where that is for whoever was first to know. */
  compare(index: number | null, result: ReadResult, worker: string): void {
    const { digest, outcome, encoded } = result
    if (outcome.state !== 'done') return // it failed on one machine: no other result
    const hash = hashText(JSON.stringify(encoded), 0)
    const before = this.known.get(digest)
    if (before === undefined && index !== null) this.known.set(digest, { index, worker, hash })
    if (before === undefined || before.hash === hash) return
    this.news.say(TEXTS.disagree(before.index, before.worker, worker))
    this.job.onOther?.(before.index, outcome)
  }

  tell(running: number): void {
    this.job.onProgress?.(this.pace.progress(this.done, this.failed, running))
  }

  private end(index: number, outcome: QueuedResult['outcome']): void {
    if (this.settled.has(index)) return
    this.settled.add(index)
    this.pace.ended()
    if (outcome.state === 'failed') this.failed++
    else this.done++
    this.job.onOutcome(index, outcome)
  }
}
