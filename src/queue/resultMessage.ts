import { isMapping, type Task } from '../experiment'
import { checkSweepOutcome, encodeSweepOutcome, ifReadable, type JsonObject, type SweepOutcome } from '../record'
import { MOST_RUNS_A_JOB } from './jobMessage'

/** What came of a run that was queued. */
export interface QueuedResult {
  readonly digest: string
  /** what its data are for; null where they could not be read */
  readonly task: Task | null
  readonly outcome: Exclude<SweepOutcome, { state: 'missing' }>
}

/** A result that was read. */
export interface ReadResult extends QueuedResult {
  /** its outcome as `encodeSweepOutcome` gives it */
  readonly encoded: JsonObject
}

/** What a worker says of a job. */
export type WorkerMessage<Result = QueuedResult> =
  | { readonly type: 'results'; readonly worker: string; readonly results: readonly Result[] }
  /** it does none of its runs */
  | { readonly type: 'refusal'; readonly worker: string; readonly why: string }

const LONGEST_WORKER = 200
/** Characters of a reason; a message with a longer one is not read. */
export const LONGEST_WHY = 2000

/** As JSON. */
export function encodeMessage(message: WorkerMessage): unknown {
  if (message.type === 'refusal') return message
  const results = message.results.map(({ digest, task, outcome }) => ({ digest, task, ...encodeSweepOutcome(outcome) }))
  return { ...message, results }
}

/** Reads what `encodeMessage` made; null for anything else. */
export function parseMessage(value: unknown): WorkerMessage<ReadResult> | null {
  if (!isMapping(value)) return null
  const { type, worker, results, why } = value
  if (typeof worker !== 'string' || worker.length > LONGEST_WORKER) return null
  if (type === 'refusal') return typeof why === 'string' && why.length <= LONGEST_WHY ? { type, worker, why } : null
  if (type !== 'results' || !Array.isArray(results) || results.length > MOST_RUNS_A_JOB) return null
  const read = results.map(parseResult)
  return read.every(result => result !== null) ? { type, worker, results: read } : null
}

function parseResult(value: unknown): ReadResult | null {
  if (!isMapping(value)) return null
  const { digest, task } = value
  if (typeof digest !== 'string') return null
  if (task !== null && task !== 'classification' && task !== 'regression') return null
  const read = ifReadable(() => checkSweepOutcome(value, 'result'))
  if (read === null || read.outcome.state === 'missing') return null
  return { digest, task, outcome: read.outcome, encoded: read.encoded }
}
