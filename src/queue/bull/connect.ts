import { Redis } from 'ioredis'
import type { QueueAddress } from '../address'
import { TEXTS } from '../texts'
import type { Listener } from '../transport'
import { PREFIX, QUEUE } from './names'
import { databaseProblemOf, problemOf } from './problem'

const CONNECT_MS = 10_000
/** Whoever is lost is looked for again after so long, and after twice as long each time, up to the longest. */
const [FIRST_RETRY_MS, LONGEST_RETRY_MS] = [200, 5000]
/** How often it is said that the queue is still away. */
const STILL_LOST_MS = 60_000
const OLDEST = [6, 2]

/** A connection that mends itself, and says so. */
export interface Connection {
  readonly redis: Redis
  readonly isUp: boolean
  /** Ends it at once. */
  end(): void
}

/** Connects, and looks whether what answers can hold a queue. Rejects with an `Error` whose message is a sentence. */
export async function connect(address: QueueAddress, listener: Listener): Promise<Connection> {
  const { host, port, tls, database, username, password, shown } = address
  let isFirst = true
  const redis = new Redis({
    ...{ host, port, db: database, lazyConnect: true, connectTimeout: CONNECT_MS, disableClientInfo: true },
    ...(username === null ? {} : { username }),
    ...(password === null ? {} : { password }),
    ...(tls ? { tls: {} } : {}),
    maxRetriesPerRequest: null, // commands wait until the queue is there again
    keepAlive: 10_000,
    retryStrategy: times => (isFirst ? null : Math.min(FIRST_RETRY_MS * 2 ** Math.min(times, 10), LONGEST_RETRY_MS))
  })
  try {
    await firstTime(redis)
    isFirst = false
    if (database !== 0) await choose(redis, database, shown)
    await look(redis, shown, listener)
  } catch (error) {
    redis.disconnect()
    throw error instanceof Unfit ? error : new Error(problemOf(error as Error, shown))
  }
  return watched(redis, shown, listener)
}

/** Rejects with the first error that tells something. */
async function firstTime(redis: Redis): Promise<void> {
  let first: Error | null = null
  const listen = (error: Error) => (first ??= error)
  redis.on('error', listen)
  try {
    await redis.connect()
  } catch (error) {
    throw first ?? error
  } finally {
    redis.off('error', listen)
    redis.on('error', () => {}) // each is told as a lost connection
  }
}

class Unfit extends Error {}

/** ioredis goes on in database 0, among other people's runs, where this one cannot be had. */
async function choose(redis: Redis, database: number, shown: string): Promise<void> {
  await redis.select(database).catch((error: Error) => {
    throw new Unfit(databaseProblemOf(error, shown))
  })
}

async function look(redis: Redis, shown: string, listener: Listener): Promise<void> {
  const info = await redis.info().catch((error: Error) => {
    if (/NOPERM/.test(error.message)) return '' // nothing can be told of it, so it is taken as it is
    throw error
  })
  const [version, policy, most] = ['redis_version', 'maxmemory_policy', 'maxmemory'].map(
    name => new RegExp(`^${name}:([^\\r\\n]*)`, 'm').exec(info)?.[1]
  )
  if (version !== undefined && isTooOld(version)) throw new Unfit(TEXTS.tooOld(shown, version.slice(0, 20)))
  if (policy !== undefined && policy !== 'noeviction' && most !== '0')
    listener.say(TEXTS.evicts(shown, policy.slice(0, 40)))
  // What a queue does all day: whoever may not, or cannot as memory is full, hears it now.
  await redis.eval(`return redis.call('SET', KEYS[1], 1, 'EX', 1)`, 1, `${PREFIX}:${QUEUE}:greeting`)
}

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major < OLDEST[0]! || (major === OLDEST[0] && minor < OLDEST[1]!)
}

/** Says when the connection is lost, now and then while it is, and when it is there again. */
function watched(redis: Redis, shown: string, listener: Listener): Connection {
  let why: string = TEXTS.closed
  let lostAt: number | null = null
  let timer: NodeJS.Timeout | undefined
  let ended = false
  const stop = (): void => clearInterval(timer)
  redis.on('error', (error: Error) => (why = problemOf(error, shown)))
  redis.on('close', () => {
    if (ended || lostAt !== null) return
    lostAt = Date.now()
    // What the next attempts meet tells more than that the connection was closed.
    timer = setInterval(() => listener.say(`${TEXTS.stillLost(shown, seconds(lostAt!))} (${why})`), STILL_LOST_MS)
    listener.say(TEXTS.lost(shown, TEXTS.closed))
  })
  redis.on('ready', () => {
    if (lostAt === null) return
    stop()
    lostAt = null
    listener.say(TEXTS.back(shown))
    listener.back?.()
  })
  return {
    redis,
    get isUp() {
      return redis.status === 'ready'
    },
    end: () => {
      ended = true
      stop()
      redis.disconnect()
    }
  }
}

const seconds = (since: number): number => Math.round((Date.now() - since) / 1000)
