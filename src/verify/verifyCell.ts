import { ENGINE_VERSION } from '../engine/version'
import { isSameExperiment, problemLines, type Experiment, type ParseResult } from '../experiment'
import type { Output } from '../notebook'
import type { RunRecord } from '../record'
import { RunFailed, StoppedEarly } from '../worker'
import { firstDifference, wasStopped } from './compareRecords'
import { savedIn, type Saved } from './saved'
import type { Verdict } from './verdict'

/**
 * Runs an experiment anew, with its files; it may end as soon as it has recorded so many columns. Rejects with `RunFailed` where the
 * run fails, and with anything else where the whole verification is to end.
 */
export type Rerun = (experiment: Experiment, columns: number) => Promise<RunRecord>

/** What is verified: a cell's text, read under the limits that hold here, and what it shows. */
export interface VerifiedCell {
  readonly text: string
  readonly parsed: ParseResult
  readonly outputs: readonly Output[]
}

/** Says whether a cell's outputs are what running it gives, to the last bit; runs it only where everything else allows that. */
export async function verifyCell({ text, parsed, outputs }: VerifiedCell, rerun: Rerun): Promise<Verdict> {
  const saved = savedIn(outputs)
  switch (saved.kind) {
    case 'none':
      return { kind: 'no output' }
    case 'damaged':
      return saved
    case 'foreign':
      return { kind: 'differs', difference: { what: 'foreign', mime: saved.mime } }
    case 'problems':
      return parsed.ok || problemLines(text, parsed.problems) !== saved.message ? { kind: 'stale' } : SAME
    case 'failure':
      return parsed.ok ? failedAgain(parsed.experiment, saved.message, rerun) : { kind: 'stale' }
    case 'record':
      return ofRecord(saved, parsed, rerun)
    default:
      return saved satisfies never
  }
}

const SAME: Verdict = { kind: 'same', stoppedAt: null }

type SavedRun = Extract<Saved, { kind: 'record' }>

async function ofRecord(saved: SavedRun, parsed: ParseResult, rerun: Rerun): Promise<Verdict> {
  const { record } = saved
  if (!parsed.ok || !isSameExperiment(parsed.experiment, record.experiment)) return { kind: 'stale' }
  if (record.engine !== ENGINE_VERSION) return { kind: 'other engine', engine: record.engine }
  return rerunning(parsed.experiment, wasStopped(record) ? Math.max(1, record.columns) : Infinity, rerun, {
    ended: now => compared(saved, now),
    failed: ({ record: now, message }) =>
      now !== null && message === saved.failure ? compared(saved, now) : { kind: 'failed', reason: message }
  })
}

/** A run that was stopped by a person or a clock may end anywhere: it is the same up to there. */
function compared(saved: SavedRun, now: RunRecord): Verdict {
  const { record } = saved
  const difference = firstDifference(saved, now)
  if (difference) return { kind: 'differs', difference }
  if (saved.failure !== null && now.events.stop?.reason === 'completed')
    return { kind: 'differs', difference: { what: 'failure' } }
  return { kind: 'same', stoppedAt: wasStopped(record) ? Math.max(0, record.columns - 1) : null }
}

/** A run that failed before it measured anything is the same if it says the same again. */
const failedAgain = (experiment: Experiment, message: string, rerun: Rerun): Promise<Verdict> =>
  rerunning(experiment, 1, rerun, {
    ended: () => ({ kind: 'differs', difference: { what: 'failure' } }),
    failed: error => (error.message === message ? SAME : { kind: 'failed', reason: error.message })
  })

interface Ends {
  ended(record: RunRecord): Verdict
  failed(error: RunFailed): Verdict
}

/** A limit of seconds is left out: how far a run gets within it says nothing about its numbers. */
async function rerunning(experiment: Experiment, columns: number, rerun: Rerun, ends: Ends): Promise<Verdict> {
  try {
    const stop = { ...experiment.stop, after_seconds: null }
    return ends.ended(await rerun({ ...experiment, stop }, columns))
  } catch (error) {
    if (error instanceof RunFailed && !(error instanceof StoppedEarly)) return ends.failed(error)
    throw error
  }
}
