import { DEFAULT_LIMITS, filesOf, pathsOf, type Experiment, type Files } from '../../experiment'
import type { SweepOutcome } from '../../record'
import type { FromWorker, ToWorker } from '../messages'
import { TEXTS } from '../texts'
import type { PoolJob } from './job'
import { Pace } from './pace'
import type { PoolWorker } from './poolWorker'
import { Schedule, type Task } from './schedule'

/** The threads of a pool. */
export interface Threads {
  readonly workers: ReadonlySet<PoolWorker>
  start(): PoolWorker
  end(worker: PoolWorker): void
}

/** A worker that has not answered a stop after this time is ended. */
const PATIENCE_MS = 120
/** How often a run is tried again whose worker died. */
const MOST_DEATHS = 2
/** So many workers in a row that die without having done anything: there is something wrong with all of them. */
const MOST_IN_A_ROW = 6

/** One sweep on a pool's threads. */
export class ActiveSweep {
  readonly result: Promise<void>
  private readonly schedule: Schedule
  private readonly pace: Pace
  private readonly deaths = new Map<string, number>()
  private deathsInARow = 0
  private ids = 0
  private done = 0
  private failed = 0
  private resolve!: () => void
  private timer: unknown = null
  private readonly cancel = () => this.stop()

  constructor(
    private readonly job: PoolJob,
    private readonly size: number,
    private readonly threads: Threads
  ) {
    this.schedule = new Schedule(job.runs, index => readsFiles(job.experimentOf(index)))
    this.pace = new Pace(job.runs.length)
    this.result = new Promise(resolve => (this.resolve = resolve))
    job.signal.addEventListener('abort', this.cancel)
    this.feed()
  }

  receive(worker: PoolWorker, message: FromWorker): void {
    const task = worker.answered(message.id)
    if (task === undefined) return
    switch (message.type) {
      case 'prepared':
        worker.keys.add(task.key)
        this.schedule.prepared(task.key, message.data)
        this.job.onData?.(task.key, message.data.shape.task)
        break
      case 'summarized':
        if (message.summary !== null) this.end(task, { state: 'done', summary: message.summary })
        break
      case 'failed':
        this.fail(task, message.message)
        break
      case 'started':
      case 'progress':
      case 'finished':
        break // of runs that are no sweep's
      default:
        message satisfies never
    }
    this.deathsInARow = 0
    this.feed()
  }

  /** The first of its tasks may have killed it; the others are given to others. */
  died(worker: PoolWorker, reason: string): void {
    const [first, ...others] = worker.tasks.values()
    for (const task of others.reverse()) this.schedule.again(task)
    worker.tasks.clear()
    if (first !== undefined) this.tryAgain(first, reason)
    if (++this.deathsInARow >= MOST_IN_A_ROW) this.failAll(reason)
    this.feed()
  }

  /** Nobody waits for the runs any more. */
  abandon(): void {
    this.finish()
  }

  private tryAgain(task: Task, reason: string): void {
    const name = `${task.type} ${task.type === 'run' ? task.index : task.key}`
    const deaths = (this.deaths.get(name) ?? 0) + 1
    this.deaths.set(name, deaths)
    if (deaths < MOST_DEATHS) this.schedule.again(task)
    else this.fail(task, TEXTS.workerEndedTwice(reason))
  }

  private failAll(reason: string): void {
    for (let task = this.schedule.next(); task !== null; task = this.schedule.next())
      this.fail(task, TEXTS.noWorkerLives(reason))
  }

  private fail(task: Task, why: string): void {
    if (task.type === 'run') return this.end(task, { state: 'failed', why })
    for (const index of this.schedule.lost(task.key)) this.tell(index, { state: 'failed', why })
  }

  private end({ key, index }: Task, outcome: Exclude<SweepOutcome, { state: 'missing' }>): void {
    if (this.schedule.ended(key)) for (const worker of this.threads.workers) worker.forget([key])
    this.tell(index, outcome)
  }

  private tell(index: number, outcome: Exclude<SweepOutcome, { state: 'missing' }>): void {
    this.pace.ended()
    if (outcome.state === 'failed') this.failed++
    else this.done++
    this.job.onOutcome(index, outcome)
  }

  /** Gives every worker something to do, as long as there is. */
  private feed(): void {
    if (this.job.signal.aborted) return this.finishIfStill()
    const { workers } = this.threads
    for (const worker of workers) this.fill(worker)
    while (workers.size < Math.min(this.size, this.schedule.left)) {
      const worker = this.threads.start()
      this.fill(worker)
      if (worker.tasks.size === 0) break
    }
    this.job.onProgress?.(this.pace.progress(this.done, this.failed, this.running))
    this.finishIfStill()
  }

  private get running(): number {
    return [...this.threads.workers].filter(({ tasks }) => tasks.size > 0).length
  }

  /** Of quick runs a worker has the next one at hand, so that it never waits for a message. */
  private fill(worker: PoolWorker): void {
    const depth = this.pace.isQuick && this.schedule.left > 4 * this.size ? 2 : 1
    while (worker.tasks.size < depth) {
      const task = this.schedule.next()
      if (task === null) return
      const id = ++this.ids
      worker.give(id, task, this.messageOf(id, task, worker))
    }
  }

  private messageOf(id: number, task: Task, worker: PoolWorker): ToWorker {
    const { files, limits = DEFAULT_LIMITS } = this.job
    const experiment = this.job.experimentOf(task.index)
    if (task.type === 'prepare') return { type: 'prepare', id, experiment, limits, files: some(files, experiment) }
    const data = worker.keys.has(task.key) ? null : task.data
    if (data !== null) worker.keys.add(task.key)
    return { type: 'summarize', id, experiment, data, limits, files: weightsOf(files, experiment) }
  }

  private stop(): void {
    for (const worker of this.threads.workers) worker.cancel()
    this.timer = setTimeout(() => {
      for (const worker of [...this.threads.workers]) if (worker.tasks.size > 0) this.threads.end(worker)
      this.finish()
    }, PATIENCE_MS)
    this.finishIfStill()
  }

  private finishIfStill(): void {
    if (this.running === 0 && (this.job.signal.aborted || this.schedule.left === 0)) this.finish()
  }

  private finish(): void {
    clearTimeout(this.timer)
    this.job.signal.removeEventListener('abort', this.cancel)
    for (const worker of this.threads.workers) worker.forget([...worker.keys])
    this.resolve()
  }
}

/** Whether the data come from files, shipped ones among them. */
const readsFiles = (experiment: Experiment): boolean =>
  filesOf(experiment).length > 0 || dataPaths(experiment).length > 0

const dataPaths = (experiment: Experiment): string[] =>
  pathsOf({ ...experiment, initializer: [], bias_initializer: [] })

const weightPaths = (experiment: Experiment): string[] => {
  const data = new Set(dataPaths(experiment))
  return pathsOf(experiment).filter(path => !data.has(path))
}

const pick = (files: Files, names: readonly string[]): Files =>
  Object.fromEntries(names.filter(name => Object.hasOwn(files, name)).map(name => [name, files[name]!]))

const some = (files: Files, experiment: Experiment): Files =>
  pick(files, [...filesOf(experiment), ...dataPaths(experiment)])

const weightsOf = (files: Files, experiment: Experiment): Files => pick(files, weightPaths(experiment))
