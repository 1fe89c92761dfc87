import type { Task } from '../experiment'
import { checkSweepOutcome, encodeSweepOutcome, RecordError, type JsonObject, type SweepOutcome } from '../record'

/** One run of a shard, as a line of its file. */
export interface ShardLine {
  /** its place in the sweep, from 0 */
  readonly run: number
  readonly digest: string
  /** the version of the engine that did it */
  readonly engine: string
  /** what its data are for; null where they could not be read */
  readonly task: Task | null
  readonly outcome: Exclude<SweepOutcome, { state: 'missing' }>
}

/** A line that was read. */
export interface ReadShardLine extends ShardLine {
  /** its outcome as `encodeSweepOutcome` gives it: much smaller */
  readonly encoded: JsonObject
}

/** A line of JSON with its end. The same run always gives the same bytes. */
export const encodeShardLine = ({ run, digest, engine, task, outcome }: ShardLine): string =>
  `${JSON.stringify({ run, digest, engine, task, ...encodeSweepOutcome(outcome) }).replace(LINE_ENDS, escaped)}\n`

/** Ends of lines to some readers, which JSON leaves in its texts. */
const LINE_ENDS = /[\u2028\u2029]/g
const escaped = (end: string): string => `\\u${end.charCodeAt(0).toString(16)}`

/** Reads what `encodeShardLine` wrote; null for anything else, such as half of it. */
export function parseShardLine(text: string): ReadShardLine | null {
  try {
    const fields = JSON.parse(text) as Partial<Record<keyof ShardLine, unknown>> | null
    const { outcome, encoded } = checkSweepOutcome(fields, 'line')
    const { run, digest, engine, task } = fields!
    if (!Number.isSafeInteger(run) || typeof digest !== 'string' || typeof engine !== 'string') return null
    if (task !== null && task !== 'classification' && task !== 'regression') return null
    return outcome.state === 'missing' ? null : { run: run as number, digest, engine, task, outcome, encoded }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RecordError) return null
    throw error
  }
}
