import { Queue, QueueEvents } from 'bullmq'
import type { QueueAddress } from '../address'
import type { GivenJob, GiveListener, Giver, JobState } from '../transport'
import { connect, type Connection } from './connect'
import { PREFIX, QUEUE, SHARED } from './names'
import { refusalOf } from './problem'

/** Results that nobody has taken are kept so long, and so many of them: whoever gave them may have been killed. */
const KEPT = { age: 24 * 3600, count: 2000 }
/** Events hold results, too. */
const MOST_EVENTS = 1000
const AGAIN_MS = 1000

/** Connects to give jobs. Rejects with an `Error` whose message is a sentence. */
export async function give(address: QueueAddress, listener: GiveListener): Promise<Giver> {
  const connection = await connect(address, listener)
  const queue = new Queue(QUEUE, {
    ...SHARED,
    connection: connection.redis,
    streams: { events: { maxLen: MOST_EVENTS } },
    defaultJobOptions: { removeOnComplete: KEPT, removeOnFail: KEPT, stackTraceLimit: 0 }
  })
  queue.on('error', () => {}) // every command tells its own
  try {
    await queue.waitUntilReady()
    return new BullGiver(
      connection,
      queue,
      new Ears(connection, listener, await newestEvent(connection)),
      address.shown
    )
  } catch (error) {
    connection.end()
    throw new Error(refusalOf(error, address.shown) ?? String((error as Error).message))
  }
}

/** The id of the newest event: those after it are heard, however soon they come. */
async function newestEvent({ redis }: Connection): Promise<string> {
  const [newest] = await redis.xrevrange(`${PREFIX}:${QUEUE}:events`, '+', '-', 'COUNT', 1)
  return newest?.[0] ?? '0-0'
}

/** Hears what becomes of jobs. An event that cannot be read ends BullMQ's listening, so there is a new listener then. */
class Ears {
  private events: QueueEvents | null = null
  private closed = false

  constructor(
    private readonly connection: Connection,
    private readonly listener: GiveListener,
    newest: string
  ) {
    this.listen(newest)
  }

  async close(): Promise<void> {
    this.closed = true
    await this.events?.close().catch(() => {})
  }

  private listen(lastEventId: string): void {
    const own = { connection: this.connection.redis, autorun: false, lastEventId }
    const events = new QueueEvents(QUEUE, { ...SHARED, ...own })
    this.events = events
    events.on('error', () => {}) // the connection tells what is wrong
    events.on('active', ({ jobId }) => this.listener.started(jobId))
    events.on('completed', ({ jobId, returnvalue }) =>
      this.listener.ended(jobId, { state: 'done', value: returnvalue })
    )
    events.on('failed', ({ jobId }) => this.listener.ended(jobId, { state: 'failed' }))
    events.on('progress', ({ jobId, data }) => this.listener.told(jobId, data))
    events.run().catch(() => this.again(events))
  }

  private again(events: QueueEvents): void {
    void events.close().catch(() => {})
    if (!this.closed) setTimeout(() => !this.closed && this.listen('$'), AGAIN_MS).unref()
  }
}

class BullGiver implements Giver {
  constructor(
    private readonly connection: Connection,
    private readonly queue: Queue,
    private readonly ears: Ears,
    private readonly shown: string
  ) {}

  async add(jobs: readonly GivenJob[]): Promise<void> {
    await this.unlessLost(() => this.queue.addBulk(jobs.map(({ id, data }) => ({ name: 'runs', data, opts: { jobId: id } })))) // prettier-ignore
  }

  /** Of a lost connection nothing is known, so that jobs wait. */
  async look(ids: readonly string[]): Promise<readonly JobState[]> {
    const states = await this.unlessLost(() => Promise.all(ids.map(id => this.stateOf(id))))
    return states ?? ids.map(() => ({ state: 'waiting' }))
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (this.connection.isUp) await this.unlessLost(() => Promise.all(ids.map(id => this.queue.remove(id))))
  }

  async close(): Promise<void> {
    await this.ears.close()
    await this.queue.close().catch(() => {})
    this.connection.end()
  }

  /** The few fields of a job's hash that tell. */
  private async stateOf(id: string): Promise<JobState> {
    const key = this.queue.toKey(id)
    const [[there, finished, failed, value], locked] = await Promise.all([
      this.connection.redis.hmget(key, 'timestamp', 'finishedOn', 'failedReason', 'returnvalue'),
      this.connection.redis.exists(`${key}:lock`)
    ])
    if (there === null) return { state: 'gone' }
    if (typeof finished !== 'string') return { state: locked === 1 ? 'running' : 'waiting' }
    return typeof failed === 'string' ? { state: 'failed' } : { state: 'done', value: parsed(value ?? '') }
  }

  /** Null where the connection was lost meanwhile. */
  private async unlessLost<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work()
    } catch (error) {
      const refusal = refusalOf(error, this.shown)
      if (refusal === null) return null
      throw new Error(refusal)
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
