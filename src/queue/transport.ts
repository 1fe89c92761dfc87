import type { QueueAddress } from './address'

/** What the bundle with BullMQ does; it is loaded when a queue is used, and knows nothing of runs. */
export interface Transport {
  /** Connects to give jobs. Rejects with an `Error` whose message is a sentence. */
  give(address: QueueAddress, listener: GiveListener): Promise<Giver>
  /** Connects to take jobs. Rejects with an `Error` whose message is a sentence. */
  take(address: QueueAddress, listener: TakeListener, slots: number): Promise<Taker>
}

/** A job as it is given. */
export interface GivenJob {
  /** equal jobs have equal ids: adding one that is there does nothing */
  readonly id: string
  readonly data: unknown
}

/** How a job is that was given. */
export type JobState =
  | { readonly state: 'gone' | 'waiting' | 'running' }
  /** `value`: whatever the queue holds */
  | { readonly state: 'done'; readonly value: unknown }
  /** whoever had it died too often, or threw */
  | { readonly state: 'failed' }

/** Hears of the connection to the queue. */
export interface Listener {
  /** Something that a person should know. */
  say(sentence: string): void
  /** The connection is there again. */
  back?(): void
}

/** Hears of all jobs of the queue, those of others too. Values are whatever the queue holds. */
export interface GiveListener extends Listener {
  started(id: string): void
  ended(id: string, result: JobState): void
  /** Whoever does the job says something. */
  told(id: string, value: unknown): void
}

/** The end of the queue that gives jobs. */
export interface Giver {
  add(jobs: readonly GivenJob[]): Promise<void>
  look(ids: readonly string[]): Promise<readonly JobState[]>
  /** Takes jobs off the queue; those that are being done stay. */
  remove(ids: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** A job that was taken. */
export interface TakenJob {
  readonly id: string
  /** whatever the queue holds */
  readonly data: unknown
  /** Says something to whoever gave the job. */
  tell(value: unknown): Promise<void>
  /** Whether it is still this worker's: a lock that was not renewed in time is another's. */
  isMine(): Promise<boolean>
}

/** What becomes of a job. */
export type Work =
  | { readonly type: 'done'; readonly value: unknown }
  /** it goes back to the end of the queue, for others, after some time */
  | { readonly type: 'back'; readonly delayMs: number }
  /** nobody shall try again */
  | { readonly type: 'hopeless'; readonly why: string }

/** Does the jobs that are taken. */
export interface TakeListener extends Listener {
  /** Never rejects. */
  work(job: TakenJob): Promise<Work>
}

/** The end of the queue that takes jobs. */
export interface Taker {
  /** How many jobs are done at a time, from now on. */
  setSlots(slots: number): void
  /** Takes no more; resolves when what was taken is done and told, or cannot be told as the connection is lost. */
  drain(): Promise<void>
}
