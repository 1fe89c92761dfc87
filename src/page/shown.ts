import type { Cell } from '../notebook'
import {
  ifReadable,
  openRecord,
  parseSweep,
  RECORD_MIME,
  SWEEP_MIME,
  type RunRecord,
  type SweepRecord
} from '../record'

/** The run that a cell shows; null where it shows none that can be read. */
export const runIn = (cell: Cell): RunRecord | null => readAs(cell, RECORD_MIME, openRecord)

/** The same of a sweep. */
export const sweepIn = (cell: Cell): SweepRecord | null => readAs(cell, SWEEP_MIME, parseSweep)

function readAs<T>({ outputs }: Cell, mime: string, parse: (json: unknown) => T): T | null {
  const item = outputs.flatMap(({ items }) => items).find(one => one.mime === mime)
  return item === undefined ? null : ifReadable(() => parse(item.data))
}
