import type { Experiment, Files, Limits } from '../experiment'
import type { RunRecord } from '../record'
import { TEXTS } from './texts'

/** How far a run is: `step` of `steps` mini-batches. */
export interface Progress {
  readonly step: number
  readonly steps: number
}

/** The part of an AbortSignal that a run listens to. */
export interface StopSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** What is to be trained, and who wants to know of it. */
export interface Job {
  readonly experiment: Experiment
  /** given away: the worker has them once the run began, and nobody else (see `handedOver`) */
  readonly files: Files
  /** for what only the files tell */
  readonly limits: Limits
  readonly signal: StopSignal
  /** Called after every message; `record()` makes the record so far. */
  onProgress(progress: Progress, record: () => RunRecord): void
  /** Asks for the weights at the run's end, a safetensors file; not called when the worker had to be ended or failed. */
  onWeights?(file: Uint8Array): void
}

/** The name of the error output of a run that failed. */
export const FAILED_NAME = TEXTS.failed

/** A run that could not be finished. `record` holds what it measured until then. */
export class RunFailed extends Error {
  constructor(
    message: string,
    readonly record: RunRecord | null
  ) {
    super(message)
    this.name = 'RunFailed'
  }
}

/** A run that was stopped before it had measured anything. */
export class StoppedEarly extends RunFailed {
  constructor() {
    super(TEXTS.stoppedEarly, null)
  }
}
