import { train, type TrainingEvent } from '../engine'
import { plan, WeightKeeper, type Plan } from '../plan'
import {
  joinColumns,
  mergeSteps,
  type Column,
  type Distribution,
  type Events,
  type Outcome,
  type PictureFrame,
  type Steps,
  type StopReason
} from '../record'
import type { FromWorker, ToWorker } from './messages'
import type { Platform, Port } from './port'

/** How long training may run before messages are let in: a stop is heard within this time and one chunk of steps. */
const SLICE_MS = 16

/** Serves runs on `port`, one after the other, for ever. A run that throws becomes a `failed` message. */
export function serve(port: Port<ToWorker, FromWorker>, platform: Platform): void {
  const cancelled = new Map<number, boolean>() // of the runs that have not ended
  let last = Promise.resolve()
  port.onMessage(message => {
    if (message.type === 'run') {
      cancelled.set(message.id, false)
      last = last.then(() => serveRun(message, port, platform, cancelled))
    } else if (cancelled.has(message.id)) cancelled.set(message.id, true)
  })
}

type Run = Extract<ToWorker, { type: 'run' }>

async function serveRun(
  run: Run,
  port: Port<ToWorker, FromWorker>,
  platform: Platform,
  cancelled: Map<number, boolean>
): Promise<void> {
  try {
    port.post(await trainToTheEnd(run, port, platform, cancelled))
  } catch (error) {
    port.post({ type: 'failed', id: run.id, message: error instanceof Error ? error.message : String(error) })
  } finally {
    platform.team?.leave()
    cancelled.delete(run.id)
  }
}

async function trainToTheEnd(
  run: Run,
  port: Port<ToWorker, FromWorker>,
  platform: Platform,
  cancelled: ReadonlyMap<number, boolean>
): Promise<FromWorker> {
  const { id, experiment, weights } = run
  const keeper = new WeightKeeper(platform.team)
  const finished = (reason: StopReason, epoch: number): FromWorker => ({
    type: 'finished',
    id,
    stop: { reason, epoch },
    weights: weights ? keeper.file() : null
  })
  await platform.pause()
  if (cancelled.get(id)) return finished('cancelled', 0)
  const { task, header, random } = planOf(run)
  port.post({ type: 'started', id, header })
  const news = new News(id)
  const end = platform.now() + (experiment.stop.after_seconds ?? Infinity) * 1000
  let pauseAt = platform.now()
  for (const training = train(task, random, keeper.createBackend); ;) {
    const { done, value } = training.next()
    if (done) return (news.send(port), finished(value.stop.reason, value.stop.epoch))
    news.take(value)
    const now = platform.now()
    if (value.type === 'column' && now >= end && news.epoch < task.epochs)
      return (news.send(port), finished('after_seconds', news.epoch))
    if (now < pauseAt) continue
    news.send(port)
    await platform.pause()
    if (cancelled.get(id)) return finished('cancelled', news.epoch)
    pauseAt = platform.now() + SLICE_MS
  }
}

/** The plan of a run, which takes its files: a run of hours shall not hold the bytes that its data were made from. */
function planOf(run: Run): Plan {
  const { experiment, files, limits } = run
  Object.assign(run, { files: {} } satisfies Partial<Run>)
  return plan(experiment, files, limits)
}

/** What training told since it was last passed on: one message a slice, however short the epochs are. */
class News {
  /** the last epoch with a column */
  epoch = 0
  private columns: Column[] = []
  private frames: PictureFrame[] = []
  private outcomes: Outcome[] = []
  private distributions: Distribution[] = []
  private keptSteps: Steps | null = null
  private events: Events | null = null
  private step = 0

  constructor(private readonly id: number) {}

  take(news: TrainingEvent): void {
    switch (news.type) {
      case 'column':
        this.columns.push(news.column)
        this.epoch = news.column.epoch
        return
      case 'frame':
        return void this.frames.push({ epoch: news.epoch, values: news.values })
      case 'outcome':
        return void this.outcomes.push(news.outcome)
      case 'distribution':
        return void this.distributions.push(news.distribution)
      case 'kept steps':
        this.keptSteps = this.keptSteps === null ? news.steps : mergeSteps(this.keptSteps, news.steps)
        return
      case 'events':
        this.events = news.events
        return
      case 'steps':
        this.step = news.step
        return
      default:
        news satisfies never
    }
  }

  send(port: Port<ToWorker, FromWorker>): void {
    const { id, frames, outcomes, distributions, keptSteps, events, step } = this
    const columns = joinColumns(this.columns)
    port.post({ type: 'progress', id, columns, frames, outcomes, distributions, keptSteps, events, step })
    this.columns = []
    this.frames = []
    this.outcomes = []
    this.distributions = []
    this.keptSteps = null
    this.events = null
  }
}
