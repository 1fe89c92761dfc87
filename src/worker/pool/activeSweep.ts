import { filesOf, pathsOf, type Excess, type Experiment, type Files } from '../../experiment'
import type { SweepOutcome } from '../../record'
import type { FromWorker, ToWorker } from '../messages'
import { TEXTS } from '../texts'
import type { PoolRun, PoolWork, RunTaker } from './job'
import { Pace } from './pace'
import type { PoolWorker } from './poolWorker'
import { Schedule, type Task } from './schedule'

/** The threads of a pool. */
export interface Threads {
  /** how many there may be */
  readonly size: number
  readonly workers: ReadonlySet<PoolWorker>
  start(): PoolWorker
  end(worker: PoolWorker): void
}

type Ended = Exclude<SweepOutcome, { state: 'missing' }>

/** A worker that has not answered a stop after this time is ended. */
const PATIENCE_MS = 120
/** How often a run is tried again whose worker died. */
const MOST_DEATHS = 2
/** So many workers in a row that die without having done anything: there is something wrong with all of them. */
const MOST_IN_A_ROW = 6

/** How often it is looked whether a run takes too long. */
const LOOK_MS = 250

/** One sweep on a pool's threads, or many that come run by run. */
export class ActiveSweep implements RunTaker {
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
  private watch: unknown = null
  private readonly cancel = () => this.stop()

  /** `runs`: all that there will be; null: they are added as they come. */
  constructor(
    private readonly job: PoolWork,
    private readonly threads: Threads,
    private readonly runs: readonly PoolRun[] | null
  ) {
    this.schedule = new Schedule(index => readsFiles(job.experimentOf(index)), runs === null)
    this.pace = new Pace(0)
    this.result = new Promise(resolve => (this.resolve = resolve))
    job.signal.addEventListener('abort', this.cancel)
    if (job.mostSeconds !== undefined) this.look(1000 * job.mostSeconds)
    this.add(runs ?? [])
  }

  add(runs: readonly PoolRun[]): void {
    this.pace.more(runs.length, this.schedule.left === 0)
    this.forget(this.schedule.add(runs))
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
        this.fail(task, message.message, message.excess)
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

  private fail(task: Task, why: string, excess: Excess | null = null): void {
    const failed = { state: 'failed', why } as const
    if (task.type === 'run') return this.end(task, failed, excess)
    for (const index of this.schedule.lost(task.key)) this.tell(index, failed, excess)
  }

  private end({ key, index }: Task, outcome: Ended, excess: Excess | null = null): void {
    if (this.schedule.ended(key)) this.forget([key])
    this.tell(index, outcome, excess)
  }

  private forget(keys: readonly string[]): void {
    if (keys.length > 0) for (const worker of this.threads.workers) worker.forget(keys)
  }

  /** Ends what takes longer than `mostMs`: the run fails, those that wait behind it are given to others. */
  private look(mostMs: number): void {
    this.watch = setTimeout(() => this.look(mostMs), LOOK_MS)
    for (const worker of [...this.threads.workers]) {
      const [first, ...others] = worker.tasks.values()
      if (first === undefined || Date.now() - worker.since <= mostMs) continue
      this.threads.end(worker)
      for (const task of others.reverse()) this.schedule.again(task)
      this.fail(first, TEXTS.tookTooLong(mostMs / 1000))
      this.feed()
    }
  }

  private tell(index: number, outcome: Ended, excess: Excess | null): void {
    this.pace.ended()
    if (outcome.state === 'failed') this.failed++
    else this.done++
    if (excess === null || this.job.onExcess === undefined) this.job.onOutcome(index, outcome)
    else this.job.onExcess(index, excess)
  }

  /** Gives every worker something to do, as long as there is. */
  private feed(): void {
    if (this.job.signal.aborted) return this.finishIfStill()
    const { workers } = this.threads
    for (const worker of workers) this.fill(worker)
    while (workers.size < Math.min(this.threads.size, this.schedule.left)) {
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
    const depth = this.pace.isQuick && this.schedule.left > 4 * this.threads.size ? 2 : 1
    while (worker.tasks.size < depth) {
      const task = this.schedule.next()
      if (task === null) return
      const id = ++this.ids
      worker.give(id, task, this.messageOf(id, task, worker))
    }
  }

  private messageOf(id: number, task: Task, worker: PoolWorker): ToWorker {
    const { limits } = this.job
    const [experiment, files] = [this.job.experimentOf(task.index), this.job.filesOf(task.index)]
    const { key } = task
    if (task.type === 'prepare') return { type: 'prepare', id, key, experiment, limits, files: some(files, experiment) }
    const data = worker.keys.has(key) ? null : task.data
    if (data !== null) worker.keys.add(key)
    return { type: 'summarize', id, key, experiment, data, limits, files: weightsOf(files, experiment) }
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
    const nothingLeft = this.runs !== null && this.schedule.left === 0
    if (this.running === 0 && (this.job.signal.aborted || nothingLeft)) this.finish()
  }

  private finish(): void {
    clearTimeout(this.timer)
    clearTimeout(this.watch)
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
