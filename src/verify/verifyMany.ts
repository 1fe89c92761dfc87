import { ENGINE_VERSION } from '../engine/version'
import { writtenAs, type Cell } from '../experiment'
import { ERROR_MIME, TEXT_MIME, type Json, type Output } from '../notebook'
import {
  COMPARE_MIME,
  encodeCompare,
  encodeSweep,
  encodeSweepOutcome,
  parseCompare,
  parseSweep,
  RecordError,
  SWEEP_MIME,
  type CompareRecord,
  type SweepRecord
} from '../record'
import { isSameSweep, type SweepCell } from '../sweep'
import { StoppedEarly } from '../worker'
import type { Verdict } from './verdict'

/** A cell that compares others. */
export type CompareCell = Extract<Cell, { kind: 'compare' }>

/** Does the runs of a sweep anew, all of them; null where it was stopped. */
export type RerunSweep = (cell: SweepCell) => Promise<SweepRecord | null>
/** Puts side by side what the named cells show now. */
export type CompareAgain = (cell: CompareCell) => Promise<CompareRecord>

const SAME: Verdict = { kind: 'same', stoppedAt: null }

/** The same of a cell of many runs; those that its output does not have are not looked at. Rejects with `StoppedEarly`. */
export async function verifySweep(cell: SweepCell, outputs: readonly Output[], rerun: RerunSweep): Promise<Verdict> {
  const saved = savedAs(outputs, SWEEP_MIME, parseSweep)
  if ('verdict' in saved) return saved.verdict
  const { record, json } = saved
  if (!isSameSweep(cell, json)) return { kind: 'stale' }
  if (record.engine !== ENGINE_VERSION) return { kind: 'other engine', engine: record.engine }
  const now = await rerun(cell)
  if (now === null) throw new StoppedEarly()
  const saidNow = parseSweep(encodeSweep(now))
  const run = record.runs.findIndex((one, i) => one.state !== 'missing' && !sameOutcome(one, saidNow.runs[i]!))
  return run < 0 ? SAME : { kind: 'differs', difference: { what: 'run', run } }
}

const sameOutcome = (a: SweepRecord['runs'][number], b: SweepRecord['runs'][number]): boolean =>
  a.digest === b.digest && JSON.stringify(encodeSweepOutcome(a)) === JSON.stringify(encodeSweepOutcome(b))

/** The same of a comparison: whether it has what the named cells show. */
export async function verifyCompare(
  cell: CompareCell,
  outputs: readonly Output[],
  again: CompareAgain
): Promise<Verdict> {
  const saved = savedAs(outputs, COMPARE_MIME, parseCompare)
  if ('verdict' in saved) return saved.verdict
  const { items } = saved.record
  const references = cell.compared.map(writtenAs)
  if (items.map(({ reference }) => reference).join('\n') !== references.join('\n')) return { kind: 'stale' }
  const [then, now] = [saved.record, parseCompare(encodeCompare(await again(cell)))].map(record => encodeCompare(record)['items'] as readonly Json[]) // prettier-ignore
  const other = then!.findIndex((item, i) => JSON.stringify(item) !== JSON.stringify(now![i]))
  return other < 0 ? SAME : { kind: 'differs', difference: { what: 'compared', reference: references[other]! } }
}

function savedAs<T>(
  outputs: readonly Output[],
  mime: string,
  parse: (json: unknown) => T
): { readonly record: T; readonly json: unknown } | { readonly verdict: Verdict } {
  const [first, ...others] = outputs.flatMap(({ items }) => items).filter(one => one.mime !== TEXT_MIME)
  if (outputs.length === 0) return { verdict: { kind: 'no output' } }
  if (first === undefined || outputs.some(({ damaged }) => damaged !== undefined))
    return { verdict: { kind: 'damaged', reason: 'it is no output' } }
  if (first.mime !== mime && OWN.includes(first.mime)) return { verdict: { kind: 'stale' } }
  const foreign = first.mime === mime ? others[0] : first
  if (foreign !== undefined)
    return { verdict: { kind: 'differs', difference: { what: 'foreign', mime: foreign.mime } } }
  try {
    return { record: parse(first.data), json: first.data }
  } catch (error) {
    if (error instanceof RecordError) return { verdict: { kind: 'damaged', reason: error.message } }
    throw error
  }
}

/** What other texts of the cell may have made. */
const OWN: readonly string[] = [ERROR_MIME, SWEEP_MIME, COMPARE_MIME]
