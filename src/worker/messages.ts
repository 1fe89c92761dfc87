import type { Excess, Experiment, Files, Limits } from '../experiment'
import type { PreparedData } from '../plan'
import type {
  Columns,
  Distribution,
  Events,
  Outcome,
  PictureFrame,
  RunHeader,
  RunSummary,
  Steps,
  StopReason
} from '../record'

/** What the host says to the worker. `id` names a run; runs are served one after the other. */
export type ToWorker =
  /** train this; `limits` hold for what only the files tell */
  | {
      readonly type: 'run'
      readonly id: number
      readonly experiment: Experiment
      readonly files: Files
      readonly limits: Limits
      /** whether `finished` shall bring the weights */
      readonly weights: boolean
    }
  /** read and scale the data of this, tell them, and keep them for runs under a key */
  | {
      readonly type: 'prepare'
      readonly id: number
      readonly key: string
      readonly experiment: Experiment
      readonly files: Files
      readonly limits: Limits
    }
  /** train this for its summary */
  | {
      readonly type: 'summarize'
      readonly id: number
      /** of its data */
      readonly key: string
      readonly experiment: Experiment
      /** null: those that you keep under the key, or make them */
      readonly data: PreparedData | null
      /** those of its weights */
      readonly files: Files
      readonly limits: Limits
    }
  /** keep the data under these keys no longer */
  | { readonly type: 'forget'; readonly keys: readonly string[] }
  /** end this run as soon as you can; what it measured so far stays */
  | { readonly type: 'cancel'; readonly id: number }

/** What the worker says to the host. A run ends with exactly one `finished` or `failed`, one for its summary with `summarized` or `failed`. */
export type FromWorker =
  /** everything known before the first step */
  | { readonly type: 'started'; readonly id: number; readonly header: RunHeader }
  /** what came since the last message: epochs (null: none) and pictures in order, the newest events, and how many steps are done */
  | {
      readonly type: 'progress'
      readonly id: number
      readonly columns: Columns | null
      readonly frames: readonly PictureFrame[]
      readonly outcomes: readonly Outcome[]
      readonly distributions: readonly Distribution[]
      /** null: none */
      readonly keptSteps: Steps | null
      readonly events: Events | null
      readonly step: number
    }
  | {
      readonly type: 'finished'
      readonly id: number
      readonly stop: { readonly reason: StopReason; readonly epoch: number }
      /** a safetensors file; null when it was not asked for, or when the run ended before there were any */
      readonly weights: Uint8Array | null
    }
  | { readonly type: 'prepared'; readonly id: number; readonly data: PreparedData }
  /** the end of a run for its summary; null: it was to end before */
  | { readonly type: 'summarized'; readonly id: number; readonly summary: RunSummary | null }
  /** the run threw; the worker goes on. `excess`: what is above a limit, if that is why */
  | { readonly type: 'failed'; readonly id: number; readonly message: string; readonly excess: Excess | null }
