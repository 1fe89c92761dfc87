import type { FromWorker, ToWorker } from '../messages'
import type { WorkerHandle } from '../port'
import type { Task } from './schedule'

/** A thread of a pool, and what it has to do. */
export class PoolWorker {
  /** what it was given and has not answered, the first being done, by the ids of their messages */
  readonly tasks = new Map<number, Task>()
  /** when it began the first of them, in milliseconds */
  since = 0
  /** of the data that it keeps */
  readonly keys = new Set<string>()

  constructor(private readonly handle: WorkerHandle<ToWorker, FromWorker>) {}

  give(id: number, task: Task, message: ToWorker): void {
    if (this.tasks.size === 0) this.since = Date.now()
    this.tasks.set(id, task)
    this.handle.post(message)
  }

  /** Takes the task that a message answers off its list. */
  answered(id: number): Task | undefined {
    const task = this.tasks.get(id)
    this.tasks.delete(id)
    this.since = Date.now()
    return task
  }

  forget(keys: readonly string[]): void {
    const known = keys.filter(key => this.keys.delete(key))
    if (known.length > 0) this.handle.post({ type: 'forget', keys: known })
  }

  cancel(): void {
    for (const id of this.tasks.keys()) this.handle.post({ type: 'cancel', id })
  }

  terminate(): void {
    this.handle.terminate()
  }
}
