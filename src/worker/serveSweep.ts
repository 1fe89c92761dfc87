import { createBackend, type TrainingEvent } from '../engine'
import { summaryOf } from '../diagnosis'
import { planOn, prepareData, type PreparedData } from '../plan'
import { RecordBuilder } from '../record'
import type { FromWorker, ToWorker } from './messages'
import type { Platform } from './port'
import { trainPlan } from './training'

type Prepare = Extract<ToWorker, { type: 'prepare' }>
type Summarize = Extract<ToWorker, { type: 'summarize' }>

/** Does runs of sweeps, each in this thread alone, on data that are kept from run to run. */
export class SweepServer {
  private readonly kept = new Map<string, PreparedData>()

  constructor(private readonly platform: Platform) {}

  /** Reads data, and keeps them. Throws as `prepareData` does. */
  prepare({ id, key, experiment, files, limits }: Prepare): FromWorker {
    const data = this.shared(prepareData(experiment, files, limits))
    this.kept.set(key, data)
    return { type: 'prepared', id, data }
  }

  /** Trains a run and sums it up. Throws as `planOn` and the engine do. */
  async summarize(run: Summarize, isCancelled: () => boolean): Promise<FromWorker> {
    const { id, experiment, limits, files } = run
    const { platform } = this
    await platform.pause()
    if (isCancelled()) return { type: 'summarized', id, summary: null }
    const planned = planOn(experiment, this.dataOf(run), files, { limits, summaryOnly: true })
    const builder = new RecordBuilder(planned.header)
    const { reason, epoch } = await trainPlan(planned, (task, layout) => createBackend(task, layout), platform, {
      afterSeconds: experiment.stop.after_seconds,
      isCancelled,
      take: event => take(event, builder),
      tell: () => {}
    })
    if (reason === 'cancelled') return { type: 'summarized', id, summary: null }
    const { events } = builder.record
    builder.setEvents({ ...events, stop: { reason, epoch } })
    return { type: 'summarized', id, summary: summaryOf(builder.record) }
  }

  /** Keeps these no longer. */
  forget(keys: readonly string[]): void {
    for (const key of keys) this.kept.delete(key)
  }

  /** What was given stays for the next run; what is made here is for this run alone. */
  private dataOf({ key, experiment, data, limits }: Summarize): PreparedData {
    if (data !== null) this.kept.set(key, data)
    return this.kept.get(key) ?? prepareData(experiment, {}, limits)
  }

  private shared(prepared: PreparedData): PreparedData {
    const { share } = this.platform
    const { train, test } = prepared.data
    const samples = <S extends typeof train>(some: S): S => ({
      ...some,
      inputs: share(some.inputs),
      targets: share(some.targets)
    })
    return { ...prepared, data: { ...prepared.data, train: samples(train), test: test && samples(test) } }
  }
}

function take(event: TrainingEvent, builder: RecordBuilder): void {
  switch (event.type) {
    case 'column':
      return builder.add(event.column)
    case 'events':
      return builder.setEvents(event.events)
    case 'distribution':
      return builder.addDistribution(event.distribution)
    case 'kept steps':
    case 'frame':
    case 'outcome':
    case 'steps':
      return // nothing that a summary needs
    default:
      event satisfies never
  }
}
