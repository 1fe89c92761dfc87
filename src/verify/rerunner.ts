import type { Experiment, Files, Limits } from '../experiment'
import { StoppedEarly, type Progress, type RunClient, type StopSignal } from '../worker'
import type { Rerun } from './verifyCell'

/** Who runs cells anew, and with what. */
export interface Rerunning {
  readonly client: RunClient
  /** ends the whole verification */
  readonly signal: StopSignal
  readonly limits: Limits
  filesOf(experiment: Experiment): Promise<Files>
  onProgress(progress: Progress): void
}

/** Runs experiments until they have recorded enough. Rejects with `StoppedEarly` when the verification was ended. */
export const rerunner =
  ({ client, signal, limits, filesOf, onProgress }: Rerunning): Rerun =>
  async (experiment, columns) => {
    const files = await filesOf(experiment)
    const enough = new Enough()
    const stop = () => enough.reached()
    signal.addEventListener('abort', stop)
    if (signal.aborted) stop()
    try {
      const record = await client.run({
        ...{ experiment, files, limits, signal: enough },
        onProgress: (progress, soFar) => {
          onProgress(progress)
          if (Number.isFinite(columns) && soFar().columns >= columns) enough.reached()
        }
      })
      if (signal.aborted) throw new StoppedEarly()
      return record
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

/** Stops a run that has recorded all that it is asked for. */
class Enough implements StopSignal {
  aborted = false
  private readonly listeners = new Set<() => void>()

  addEventListener(_type: 'abort', listener: () => void): void {
    this.listeners.add(listener)
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.listeners.delete(listener)
  }

  reached(): void {
    if (this.aborted) return
    this.aborted = true
    for (const listener of [...this.listeners]) listener()
  }
}
