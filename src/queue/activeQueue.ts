import { messageOf } from '../text'
import type { PoolJob } from '../worker'
import { batchOf, type Batch } from './batches'
import { PlannedJobs } from './plannedJobs'
import type { QueueNews } from './queueNews'
import { parseMessage, type ReadResult, type WorkerMessage } from './resultMessage'
import { Refusals } from './refusals'
import { sayOnce } from './sayOnce'
import { Silence } from './silence'
import { Tally } from './tally'
import { TEXTS } from './texts'
import type { GiveListener, Giver, JobState } from './transport'

/** So many jobs are in the queue at a time: enough for hundreds of workers, and little enough to take off again. */
const MOST_JOBS = 256
const JOBS_AT_ONCE = 16
/** Events are lost with a connection: so often the jobs themselves are looked at. */
const LOOK_MS = 3000
/** How often a run is given again whose worker gave an answer that is none. */
const MOST_ANSWERS = 3

/** One sweep in a queue. */
export class ActiveQueue implements GiveListener {
  private readonly planned: PlannedJobs
  private readonly tally: Tally
  private readonly sent = new Map<string, Batch>()
  private readonly running = new Set<string>()
  /** jobs whose results came from a worker that was taken for dead, and may come again */
  private readonly late = new Set<string>()
  private readonly wrongAnswers = new Map<string, number>()
  private readonly sayOnce: (sentence: string) => void
  private readonly refusals: Refusals
  private readonly silence = new Silence()
  private giver!: Giver
  private lookedAt = Date.now()
  private wake = (): void => {}

  constructor(
    private readonly job: PoolJob,
    private readonly news: QueueNews
  ) {
    this.sayOnce = sayOnce(sentence => news.say(sentence))
    this.refusals = new Refusals(sentence => news.say(sentence))
    this.planned = new PlannedJobs(job)
    this.tally = new Tally(job, news)
  }

  /** Resolves when all runs have ended, or were taken off the queue again as the job is stopped. */
  async giveTo(giver: Giver): Promise<void> {
    this.giver = giver
    const stop = () => this.wake()
    this.job.signal.addEventListener('abort', stop)
    try {
      while (!this.isOver) await this.goOn()
      if (this.job.signal.aborted) await giver.remove([...this.sent.keys()])
    } finally {
      this.job.signal.removeEventListener('abort', stop)
      await giver.close()
    }
  }

  say(sentence: string): void {
    this.news.say(sentence)
  }

  /** What happened while the connection was lost is to be looked at. */
  back(): void {
    this.lookedAt = 0
    this.wake()
  }

  started(id: string): void {
    if (!this.sent.has(id)) return this.silence.others()
    this.running.add(id)
    this.silence.end()
    this.tally.tell(this.running.size)
  }

  ended(id: string, state: JobState): void {
    const batch = this.sent.get(id)
    if (state.state !== 'done' && state.state !== 'failed') return
    if (this.late.delete(id) && state.state === 'done') this.compare(parseMessage(state.value))
    if (batch === undefined) return this.silence.others()
    this.sent.delete(id)
    this.running.delete(id)
    this.silence.end()
    if (state.state === 'failed') this.giveUp(batch)
    else this.take(batch, parseMessage(state.value))
    this.tally.tell(this.running.size)
    if (this.sent.size <= MOST_JOBS / 2 || this.isOver) this.wake()
  }

  told(id: string, value: unknown): void {
    const message = parseMessage(value)
    const batch = this.sent.get(id)
    if (message === null || (message.type === 'refusal' && batch === undefined)) return
    if (message.type === 'refusal') return this.refused(batch!, message.worker, message.why)
    if (batch === undefined) return this.compare(message)
    this.ended(id, { state: 'done', value })
    this.late.add(id) // whoever has the job by now will tell, too
  }

  private refused({ runs }: Batch, worker: string, why: string): void {
    this.refusals.add(worker, why, runs.map(({ index }) => index)) // prettier-ignore
  }

  /** Compares results with those that came first. */
  private compare(message: WorkerMessage<ReadResult> | null): void {
    if (message?.type !== 'results') return
    for (const result of message.results) this.tally.compare(null, result, message.worker)
  }

  private get isOver(): boolean {
    return this.job.signal.aborted || this.tally.ended === this.job.runs.length
  }

  /** Gives what has room, and looks at what was given when it is time. */
  private async goOn(): Promise<void> {
    try {
      const isEarly = Date.now() - this.lookedAt < LOOK_MS
      await this.unlessStopped(isEarly ? this.fill() : this.look())
      if (isEarly) await this.rest()
    } catch (error) {
      this.sayOnce(messageOf(error))
      await this.rest()
    }
  }

  private async fill(): Promise<void> {
    while (this.sent.size < MOST_JOBS && !this.isOver) {
      const batches = this.nextBatches()
      if (batches.length === 0) return
      await this.give(batches)
    }
  }

  /** Batches that are not in the queue yet; of the same runs, which a sweep may have twice, one is enough. */
  private nextBatches(): Batch[] {
    const fresh: string[] = []
    for (let batch = this.planned.next(); batch !== null; batch = this.planned.next()) {
      const { id, runs } = batch
      const same = this.sent.get(id)
      this.sent.set(id, { id, runs: [...(same?.runs ?? []), ...runs] })
      if (same === undefined && fresh.push(id) === JOBS_AT_ONCE) break
    }
    return fresh.map(id => this.sent.get(id)!)
  }

  private async give(batches: readonly Batch[]): Promise<void> {
    try {
      await this.giver.add(batches.map(batch => this.planned.given(batch)))
    } catch (error) {
      // The queue may have taken some of them before it refused, and of those the results may be here already.
      this.planned.putBack(batches.filter(({ id }) => this.sent.delete(id)))
      throw error
    }
  }

  /** Learns of every job that was given what has become of it, and gives those again that the queue has lost. */
  private async look(): Promise<void> {
    const ids = [...this.sent.keys()]
    const states = await this.giver.look(ids)
    this.lookedAt = Date.now()
    this.refusals.tell()
    this.running.clear()
    const gone: Batch[] = []
    ids.forEach((id, i) => {
      const [state, batch] = [states[i]!, this.sent.get(id)]
      if (batch === undefined) return // an event has told meanwhile
      if (state.state === 'running') this.running.add(id)
      if (state.state === 'gone') gone.push(batch)
      this.ended(id, state)
    })
    if (gone.length > 0) await this.give(gone)
    this.tally.tell(this.running.size)
    if (this.running.size > 0) this.silence.end()
    else if (this.silence.isLong) this.news.say(this.whyNothingRuns)
  }

  private get whyNothingRuns(): string {
    const left = this.job.runs.length - this.tally.ended
    return this.silence.isOfOthers ? TEXTS.behindOthers(left) : TEXTS.noWorker(left)
  }

  private take(batch: Batch, message: WorkerMessage<ReadResult> | null): void {
    const answers = message?.type === 'results' ? message.results : []
    const results = new Map(answers.map(result => [result.digest, result]))
    const failed = answers.some(({ outcome }) => outcome.state === 'failed')
    const lost = batch.runs.filter(({ digest }) => !results.has(digest))
    // It shall be done anew when it is asked for again.
    if (failed || lost.length > 0) this.remove(batch)
    for (const run of batch.runs) {
      const result = results.get(run.digest)
      if (result !== undefined) this.tally.take(run, result, message!.worker)
    }
    for (const run of lost) {
      const times = (this.wrongAnswers.get(run.digest) ?? 0) + 1
      this.wrongAnswers.set(run.digest, times)
      if (times === MOST_ANSWERS) this.tally.fail(run, TEXTS.noResult(times))
      else this.planned.putBack([batchOf([run])])
    }
  }

  /** The job killed whoever took it: one of its runs may be to blame. */
  private giveUp(batch: Batch): void {
    this.remove(batch)
    const [run, ...others] = batch.runs
    const isOne = others.every(({ digest }) => digest === run!.digest)
    if (isOne) for (const each of batch.runs) this.tally.fail(each, TEXTS.died)
    else this.planned.putBack(batch.runs.map(each => batchOf([each])))
  }

  /** What cannot be removed now is looked at when it is given again. */
  private remove({ id }: Batch): void {
    this.giver.remove([id]).catch(() => {})
  }

  private rest(): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, LOOK_MS)
      this.wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (this.isOver) this.wake()
    })
  }

  /** What waits for a queue that is gone shall not keep a stop waiting. */
  private async unlessStopped(work: Promise<void>): Promise<void> {
    const { signal } = this.job
    let stop = () => {}
    const stopped = new Promise<void>(resolve => (stop = resolve))
    signal.addEventListener('abort', stop)
    try {
      await Promise.race([work, stopped])
    } finally {
      work.catch(() => {})
      signal.removeEventListener('abort', stop)
    }
  }
}
