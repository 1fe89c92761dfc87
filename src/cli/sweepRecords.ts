import path from 'node:path'
import { sweepJsonLine } from '../export'
import { dataName } from '../experiment'
import type { RunRecord, SweepRecord } from '../record'
import type { SweepCell } from '../sweep'
import { RunFailed } from '../worker'
import type { CellText } from './input'
import { complain, print } from './print'
import { Remarks } from './remarks'
import type { Runner } from './runner'
import { CLI_TEXTS } from './texts'
import { trainCell } from './trainCell'

/**
 * Prints a line a run that has ended, with its whole record: it is trained again, as a sweep keeps summaries alone, and has the same bits. One
 * record at a time is in memory. After a stop the lines go on without records.
 */
export async function tellRecords(
  record: SweepRecord,
  cell: CellText,
  sweep: SweepCell,
  runner: Runner
): Promise<void> {
  const bar = runner.remarks.progress(sweep.name ?? dataName(sweep.first.dataset), 'run')
  const steps = record.runs.length
  try {
    for (const [step, { state }] of record.runs.entries()) {
      bar.update({ step, steps })
      if (state === 'missing') continue
      const whole = state === 'done' ? await recordOf(step, cell, sweep, runner) : null
      await print(sweepJsonLine(record, step, whole, cell.silenced))
    }
  } finally {
    bar.end()
  }
}

/** The record of a run; null where it was stopped, or could not be made again. */
async function recordOf(
  index: number,
  cell: CellText,
  { expansion, name }: SweepCell,
  { file, client, signal, allowOutside }: Runner
): Promise<RunRecord | null> {
  if (signal.aborted) return null
  const place = { folder: path.dirname(file), allowOutside }
  try {
    // data and progress are told for all runs together
    const remarks = new Remarks({ quiet: true })
    const whole = await trainCell(expansion.run(index).experiment, place, client, { signal, remarks, limits: cell.limits }) // prettier-ignore
    return whole.events.stop?.reason === 'cancelled' ? null : whole
  } catch (error) {
    if (!(error instanceof RunFailed)) throw error
    if (!signal.aborted) complain(`gradnb: ${file}: ${CLI_TEXTS.shards.runFailed(name ?? '', index, error.message)}`)
    return null
  }
}
