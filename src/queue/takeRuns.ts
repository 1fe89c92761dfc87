import { ENGINE_VERSION } from '../engine/version'
import { dataKey, dataShape, type Excess, type Experiment, type Files, type Limits, type Task } from '../experiment'
import type { RunPool, RunTaker, StopSignal } from '../worker'
import { checkedFiles, Refusal, type FileReader } from './fileCheck'
import { parseRuns, type QueuedRun, type RunsMessage } from './jobMessage'
import { encodeMessage, LONGEST_WHY, type QueuedResult } from './resultMessage'
import { sayOnce } from './sayOnce'
import { TEXTS } from './texts'
import type { TakeListener, TakenJob, Work } from './transport'

/** What a worker does runs with. */
export interface RunWorkerParts {
  /** of this worker alone */
  readonly pool: RunPool
  readonly files: FileReader
  /** what runs may ask of this machine, whatever a job says */
  readonly limits: Limits
  /** what others call this worker */
  readonly name: string
  /** a run that takes longer fails */
  readonly mostSeconds: number
  /** ends the runs that are being done */
  readonly signal: StopSignal
  say(sentence: string): void
  /** A job has ended: whether it was so quick that one more should be at hand. */
  onPace(isQuick: boolean): void
}

interface Begun {
  readonly experiment: Experiment
  readonly files: Files
  end(outcome: QueuedResult['outcome']): void
  refuse(excess: Excess): void
}

/** A job that takes less is quick: a worker would wait for the queue for a good part of it. */
const QUICK_MS = 1000
/** A lock is renewed while a job is done; one that was held so long is looked at before the results are told. */
const LOOK_MS = 2000
/** After so long a refused job is there again: time for this worker to take others, and not long for one that can do it. */
const BACK_MS = 3000
const MOST_TASKS = 1000

/** Does the runs of jobs, many jobs at a time on one pool, and says what came of them. */
export class RunWorker implements TakeListener {
  /** runs that have ended */
  done = 0
  private readonly taker: RunTaker
  private readonly begun = new Map<number, Begun>()
  private readonly tasks = new Map<string, Task>()
  private readonly sayOnce: (sentence: string) => void
  private numbers = 0

  constructor(private readonly parts: RunWorkerParts) {
    this.sayOnce = sayOnce(sentence => parts.say(sentence))
    const { pool, mostSeconds, limits, signal } = parts
    this.taker = pool.open({
      ...{ mostSeconds, limits, signal },
      experimentOf: index => this.begun.get(index)!.experiment,
      filesOf: index => this.begun.get(index)!.files,
      onData: (key, task) => this.learn(key, task),
      onOutcome: (index, outcome) => this.begun.get(index)!.end(outcome),
      onExcess: (index, excess) => this.begun.get(index)!.refuse(excess)
    })
  }

  say(sentence: string): void {
    this.parts.say(sentence)
  }

  async work(job: TakenJob): Promise<Work> {
    const message = parseRuns(job.data, this.parts.limits)
    if (message === null) {
      this.sayOnce(TEXTS.noJob)
      return { type: 'hopeless', why: TEXTS.noJob }
    }
    try {
      return await this.results(job, message)
    } catch (error) {
      if (error instanceof Refusal) return this.refuse(job, error.message)
      throw error
    }
  }

  private async results(job: TakenJob, message: RunsMessage): Promise<Work> {
    if (message.engine !== ENGINE_VERSION) throw new Refusal(TEXTS.otherEngine(message.engine, ENGINE_VERSION))
    if (message.excess !== null) throw aboveLimit(message.excess)
    const start = Date.now()
    const files = await checkedFiles(message, this.parts.files)
    const results = await Promise.all(this.begin(message, files))
    const milliseconds = Date.now() - start
    this.parts.onPace(milliseconds < QUICK_MS)
    const value = encodeMessage({ type: 'results', worker: this.parts.name, results })
    if (milliseconds > LOOK_MS && !(await job.isMine())) {
      this.sayOnce(TEXTS.tookOver)
      await job.tell(value)
    }
    return { type: 'done', value }
  }

  /** Starts the runs of a message together, so that the pool makes the data that they share once. */
  private begin({ runs, files: digests }: RunsMessage, files: Files): Promise<QueuedResult>[] {
    const data = JSON.stringify(Object.entries(digests).sort())
    const all = runs.map(run => ({ index: ++this.numbers, key: `${dataKey(run.experiment)}${data}`, run }))
    const results = all.map(({ index, key, run }) => this.result(index, key, run, files))
    this.taker.add(all)
    return results
  }

  private result(index: number, key: string, run: QueuedRun, files: Files): Promise<QueuedResult> {
    const { digest, experiment } = run
    return new Promise((resolve, reject) => {
      const refuse = (excess: Excess): void => {
        this.begun.delete(index)
        reject(aboveLimit(excess))
      }
      const end = (outcome: QueuedResult['outcome']): void => {
        this.begun.delete(index)
        this.done++
        const task = dataShape(experiment.dataset)?.task ?? this.tasks.get(key) ?? null
        resolve({ digest, task, outcome })
      }
      this.begun.set(index, { experiment, files, end, refuse })
    })
  }

  private learn(key: string, task: Task): void {
    this.tasks.delete(key)
    this.tasks.set(key, task)
    const [oldest] = this.tasks.keys()
    if (this.tasks.size > MOST_TASKS) this.tasks.delete(oldest!)
  }

  private async refuse(job: TakenJob, why: string): Promise<Work> {
    this.sayOnce(TEXTS.refuses(this.parts.name, why))
    await job.tell(encodeMessage({ type: 'refusal', worker: this.parts.name, why: why.slice(0, LONGEST_WHY) }))
    return { type: 'back', delayMs: BACK_MS }
  }
}

const aboveLimit = (excess: Excess): Refusal => new Refusal(TEXTS.aboveLimit(excess))
