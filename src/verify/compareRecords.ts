import { encodeRecord, parseRecord, RECORD_VERSION, type RunRecord } from '../record'
import { firstInEpochs, firstInSteps } from './compareTables'
import { sameValue } from './sameValue'
import type { Difference } from './verdict'

/** A record from a file, and the version that it had there. */
export interface SavedRecord {
  readonly record: RunRecord
  readonly version: number
}

/** Whether a run ended before its time, so that it recorded the beginning of what it would give. */
export const wasStopped = ({ events }: RunRecord): boolean => {
  const reason = events.stop?.reason ?? 'cancelled'
  return reason === 'cancelled' || reason === 'after_seconds' || reason === 'failed'
}

/**
 * The first difference between a saved record and that of a new run, which is first brought into the form that would be saved, as
 * files keep fewer bits than memory has. Of a run that was stopped, only what it recorded is compared. Null: every bit is the same.
 */
export function firstDifference({ record: saved, version }: SavedRecord, run: RunRecord): Difference | null {
  const now = parseRecord(encodeRecord(run))
  const isOlder = version < RECORD_VERSION
  const wholly = !wasStopped(saved)
  if (saved.data.digest !== now.data.digest) return { what: 'data' }
  const header = firstPart(saved, now, HEADER, isOlder)
  if (header) return header
  const about = { layers: saved.layers, isOlder }
  return (
    firstInEpochs(saved, now, Math.min(saved.columns, now.columns), about) ??
    otherEpochs(saved, now, wholly) ??
    firstInSteps(saved.steps, now.steps, about) ??
    (wholly ? firstPart(saved, now, AFTERWARDS, isOlder) : firstSoFar(saved, now))
  )
}

/** What is known before the first step. The experiment was compared before, and its limit of seconds counts for nothing here. */
const HEADER = [
  'layers',
  'parameters',
  'data',
  'epochs',
  'stepsPerEpoch',
  'subject',
  'baseline',
  'outcomeSubject'
] as const

/** What a run tells beside its tables. */
const AFTERWARDS = ['frames', 'outcomes', 'distributions', 'steps', 'events'] as const

type Part = (typeof HEADER)[number] | (typeof AFTERWARDS)[number]

function firstPart(saved: RunRecord, now: RunRecord, parts: readonly Part[], isOlder: boolean): Difference | null {
  const other = parts.find(part => !(isOlder && isMissing(saved[part])) && !samePart(part, saved, now, isOlder))
  return other === undefined ? null : { what: 'part', part: other }
}

/** Older records have fewer parts, and fewer fields in them. */
const isMissing = (part: RunRecord[Part]): boolean =>
  part === null || (Array.isArray(part) && part.length === 0) || (typeof part === 'object' && 'steps' in part && part.steps.length === 0) // prettier-ignore

function samePart(part: Part, saved: RunRecord, now: RunRecord, isOlder: boolean): boolean {
  if (sameValue(saved[part], now[part])) return true
  return isOlder && sameValue(saved[part], fieldsAsIn(saved[part], now[part]))
}

/** `now` with only the fields that `saved` has. */
function fieldsAsIn(saved: unknown, now: unknown): unknown {
  if (Array.isArray(saved) && Array.isArray(now)) return now.map((each, i) => fieldsAsIn(saved[i], each))
  if (typeof saved !== 'object' || saved === null || typeof now !== 'object' || now === null) return now
  return ArrayBuffer.isView(now) ? now : Object.fromEntries(Object.entries(now).filter(([key]) => key in saved))
}

function otherEpochs(saved: RunRecord, now: RunRecord, wholly: boolean): Difference | null {
  const isAlike = wholly ? saved.columns === now.columns : saved.columns <= now.columns
  return isAlike ? null : { what: 'epochs', saved: Math.max(0, saved.columns - 1), now: Math.max(0, now.columns - 1) }
}

/** Lists that grow with a run, as far as the stopped one got. */
function firstSoFar(saved: RunRecord, now: RunRecord): Difference | null {
  const part = (['frames', 'outcomes', 'distributions'] as const).find(
    name => !saved[name].every((each, i) => sameValue(each, now[name][i]))
  )
  if (part !== undefined) return { what: 'part', part }
  const { nonfinite } = saved.events
  return nonfinite === null || sameValue(nonfinite, now.events.nonfinite) ? null : { what: 'part', part: 'events' }
}
