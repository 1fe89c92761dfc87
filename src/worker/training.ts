import { train, type BackendFactory, type TrainingEvent } from '../engine'
import type { Plan } from '../plan'
import type { StopReason } from '../record'
import type { Platform } from './port'

/** How long training may run before messages are let in: a stop is heard within this time and one chunk of steps. */
const SLICE_MS = 16

/** How a run goes on between the pieces of its work. */
export interface Course {
  /** seconds; null: no end */
  readonly afterSeconds: number | null
  isCancelled(): boolean
  /** everything that happens, in order */
  take(event: TrainingEvent): void
  /** before messages are let in, and at the end unless the run was cancelled */
  tell(): void
}

/** Trains a plan to its end, and lets messages in now and then. */
export async function trainPlan(
  { task, random }: Plan,
  createBackend: BackendFactory,
  platform: Platform,
  course: Course
): Promise<{ readonly reason: StopReason; readonly epoch: number }> {
  const end = platform.now() + (course.afterSeconds ?? Infinity) * 1000
  let epoch = 0
  let pauseAt = platform.now() + SLICE_MS
  for (const training = train(task, random, createBackend); ;) {
    const { done, value } = training.next()
    if (done) return (course.tell(), value.stop)
    course.take(value)
    const now = platform.now()
    if (value.type === 'column') {
      epoch = value.column.epoch
      if (now >= end && epoch < task.epochs) return (course.tell(), { reason: 'after_seconds', epoch })
    }
    if (now < pauseAt) continue
    course.tell()
    await platform.pause()
    if (course.isCancelled()) return { reason: 'cancelled', epoch }
    pauseAt = platform.now() + SLICE_MS
  }
}
