import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Team, TeamWork } from '../engine'

/** More would find nothing to do: a batch of 256 has eight chunks. */
const MOST_HELPERS = 7

/** What a helper's thread is told: the work, and which worker it is. */
export interface HelpWanted {
  readonly work: TeamWork
  readonly worker: number
}

/** The `workerData` that makes the worker bundle a helper. */
export const HELPER = 'helper'

/** Helpers in threads of Node, one for each further core. They are started when a net first can use them, and kept. */
export class ThreadTeam implements Team {
  private readonly threads = new Map<number, Worker>()
  private dismiss: (() => void) | null = null

  /** `path`: the worker bundle. */
  constructor(
    private readonly path: string,
    readonly helpers = Math.min(availableParallelism() - 1, MOST_HELPERS)
  ) {}

  join(work: TeamWork, dismiss: () => void): void {
    this.leave()
    this.dismiss = dismiss
    for (let worker = 1; worker <= work.helpers; worker++)
      this.thread(worker).postMessage({ work, worker } satisfies HelpWanted)
  }

  leave(): void {
    this.dismiss?.()
    this.dismiss = null
  }

  /** Ends the threads. */
  dispose(): void {
    this.leave()
    for (const thread of this.threads.values()) void thread.terminate()
  }

  /** A thread that cannot start is not missed: the others do its share, and the next run starts another. */
  private thread(worker: number): Worker {
    const known = this.threads.get(worker)
    if (known) return known
    const thread = new Worker(this.path, { workerData: HELPER })
    thread.on('error', () => this.threads.delete(worker))
    thread.on('exit', () => this.threads.delete(worker))
    thread.unref()
    this.threads.set(worker, thread)
    return thread
  }
}
