import { setTimeout as sleep } from 'node:timers/promises'
import { DelayedError, UnrecoverableError, Worker, type Job } from 'bullmq'
import type { QueueAddress } from '../address'
import type { TakeListener, Taker } from '../transport'
import { connect, type Connection } from './connect'
import { QUEUE, SHARED } from './names'
import { refusalOf } from './problem'

/** Whoever does not renew a job's lock for so long is taken for dead. */
const LOCK_MS = 10_000
const RENEW_MS = 4000
/** How often workers look for jobs of the dead. */
const LOOK_MS = 3000
/** How often a job is given to another because its worker died: then one of its runs may have killed them. */
const MOST_DEATHS = 3
const RETRY_MS = 1000
/** Results that cannot be told when a worker ends are given up after so long: others do the runs again. */
const PATIENCE_MS = 10_000

/** Connects to take jobs. Rejects with an `Error` whose message is a sentence. */
export async function take(address: QueueAddress, listener: TakeListener, slots: number): Promise<Taker> {
  const connection = await connect(address, listener)
  const taker = new BullTaker(connection, listener, slots, address.shown)
  await taker.isReady
  return taker
}

class BullTaker implements Taker {
  readonly isReady: Promise<unknown>
  private readonly worker: Worker
  private readonly said = new Set<string>()

  constructor(
    private readonly connection: Connection,
    private readonly listener: TakeListener,
    slots: number,
    private readonly shown: string
  ) {
    this.worker = new Worker(QUEUE, (job, token) => this.work(job, token!), {
      ...{ ...SHARED, connection: connection.redis, concurrency: slots },
      ...{ lockDuration: LOCK_MS, lockRenewTime: RENEW_MS, stalledInterval: LOOK_MS, maxStalledCount: MOST_DEATHS },
      runRetryDelay: RETRY_MS
    })
    this.worker.on('error', error => this.complain(error))
    this.isReady = this.worker.waitUntilReady()
  }

  setSlots(slots: number): void {
    if (this.worker.concurrency !== slots) this.worker.concurrency = slots
  }

  async drain(): Promise<void> {
    await Promise.race([this.worker.close(), this.lostForLong()])
    this.connection.end()
  }

  private async work(job: Job, token: string): Promise<unknown> {
    const id = job.id ?? ''
    const done = await this.listener.work({
      ...{ id, data: job.data },
      tell: value => job.updateProgress(value as object).catch(() => {}), // removed meanwhile
      isMine: () => job.extendLock(token, LOCK_MS).then(Boolean, () => false)
    })
    switch (done.type) {
      case 'done':
        return done.value
      case 'back':
        await job.moveToDelayed(Date.now() + done.delayMs, token)
        throw new DelayedError()
      case 'hopeless':
        throw new UnrecoverableError(done.why)
      default:
        return done satisfies never
    }
  }

  /** Only what Redis refuses is told; a lost connection tells itself, and a job that another has by now is no trouble. */
  private complain(error: Error): void {
    const sentence = refusalOf(error, this.shown)
    if (sentence === null || this.said.has(sentence)) return
    this.said.add(sentence)
    this.listener.say(sentence)
  }

  private async lostForLong(): Promise<void> {
    for (let lost = 0; lost < PATIENCE_MS; lost = this.connection.isUp ? 0 : lost + RETRY_MS)
      await sleep(RETRY_MS, null, { ref: false })
  }
}
