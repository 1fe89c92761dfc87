import type { TrainingEvent } from '../engine'
import { excessIn, plan, WeightKeeper, type Plan } from '../plan'
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
import { messageOf } from '../text'
import type { FromWorker, ToWorker } from './messages'
import type { Platform, Port } from './port'
import { SweepServer } from './serveSweep'
import { trainPlan } from './training'

/** Serves runs on `port`, one after the other, for ever. A run that throws becomes a `failed` message. */
export function serve(port: Port<ToWorker, FromWorker>, platform: Platform): void {
  const cancelled = new Map<number, boolean>() // of the runs that have not ended
  const sweeps = new SweepServer(platform)
  let last = Promise.resolve()
  const queue = (id: number, work: (isCancelled: () => boolean) => Promise<FromWorker>) => {
    cancelled.set(id, false)
    last = last
      .then(() => answer(port, id, () => work(() => cancelled.get(id) === true)))
      .then(() => void cancelled.delete(id))
  }
  port.onMessage(message => {
    switch (message.type) {
      case 'run':
        return queue(message.id, isCancelled => trainToTheEnd(message, port, platform, isCancelled))
      case 'prepare':
        return queue(message.id, async () => sweeps.prepare(message))
      case 'summarize':
        return queue(message.id, isCancelled => sweeps.summarize(message, isCancelled))
      case 'forget':
        return sweeps.forget(message.keys)
      case 'cancel':
        return void (cancelled.has(message.id) && cancelled.set(message.id, true))
      default:
        message satisfies never
    }
  })
}

/** Posts what `work` answers, or why it threw. */
async function answer(port: Port<ToWorker, FromWorker>, id: number, work: () => Promise<FromWorker>): Promise<void> {
  try {
    port.post(await work())
  } catch (error) {
    const message = messageOf(error)
    port.post({ type: 'failed', id, message, excess: excessIn(error) })
  }
}

type Run = Extract<ToWorker, { type: 'run' }>

async function trainToTheEnd(
  run: Run,
  port: Port<ToWorker, FromWorker>,
  platform: Platform,
  isCancelled: () => boolean
): Promise<FromWorker> {
  const { id, experiment, weights } = run
  const keeper = new WeightKeeper(platform.team)
  const finished = (reason: StopReason, epoch: number): FromWorker => ({
    type: 'finished',
    id,
    stop: { reason, epoch },
    weights: weights ? keeper.file() : null
  })
  try {
    await platform.pause()
    if (isCancelled()) return finished('cancelled', 0)
    const planned = planOf(run)
    port.post({ type: 'started', id, header: planned.header })
    const news = new News(id)
    const { reason, epoch } = await trainPlan(planned, keeper.createBackend, platform, {
      afterSeconds: experiment.stop.after_seconds,
      isCancelled,
      take: event => news.take(event),
      tell: () => news.send(port)
    })
    return finished(reason, epoch)
  } finally {
    platform.team?.leave()
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
        return void this.columns.push(news.column)
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
