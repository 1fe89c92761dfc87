import type { Json, Output } from '../notebook'
import {
  comparedSweep,
  COMPARE_MIME,
  ifReadable,
  parseCompare,
  parseRecord,
  parseSweep,
  RECORD_MIME,
  SWEEP_MIME,
  type RunRecord,
  type SweepRecord
} from '../record'

/** What a cell shows of numbers. */
export type ShownRecord =
  { readonly kind: 'run'; readonly record: RunRecord } | { readonly kind: 'sweep'; readonly record: SweepRecord }

/** The record in an output item; null where there is none that can be read. A comparison counts as the sweep of what it compares. */
export const shownRecord = (mime: string, data: Json): ShownRecord | null => ifReadable(() => recordAs(mime, data))

function recordAs(mime: string, data: Json): ShownRecord | null {
  if (mime === RECORD_MIME) return { kind: 'run', record: parseRecord(data) }
  if (mime === SWEEP_MIME) return { kind: 'sweep', record: parseSweep(data) }
  const compared = mime === COMPARE_MIME ? comparedSweep(parseCompare(data)) : null
  return compared && { kind: 'sweep', record: compared }
}

/** The first record of a cell's outputs that can be read. */
export function firstRecord(outputs: readonly Output[]): ShownRecord | null {
  for (const { mime, data } of outputs.flatMap(({ items }) => items)) {
    const shown = shownRecord(mime, data)
    if (shown) return shown
  }
  return null
}
