import path from 'node:path'
import { sweepJsonLines } from '../export'
import { dataName, filesOfCell } from '../experiment'
import { output, type Output } from '../notebook'
import { encodeSweep, parseSweep, RecordError, SWEEP_MIME, type SweepRecord } from '../record'
import { runSweep, type SweepCell } from '../sweep'
import { StoppedEarly, type PoolProgress } from '../worker'
import { readFiles } from './cellFiles'
import type { CellText } from './input'
import { paint, print } from './print'
import type { ProgressBar } from './progressBar'
import type { CellResult, Runner } from './runner'
import { tellRecords } from './sweepRecords'
import { sweepTerminalText } from './terminal'

/** Does the runs of a cell that its output does not have yet; a stop keeps what is done. */
export async function runSweepCell(cell: CellText, sweep: SweepCell, runner: Runner): Promise<CellResult> {
  const record = await train(cell, sweep, runner)
  if (record === null || record.runs.every(({ state }) => state === 'missing')) throw new StoppedEarly()
  const failed = record.runs.some(({ state }) => state === 'failed')
  const tell = () => tellSweep(record, cell, sweep, runner)
  return { cell, failed, outputs: [output(SWEEP_MIME, encodeSweep(record))], tell }
}

function tellSweep(record: SweepRecord, cell: CellText, sweep: SweepCell, runner: Runner): Promise<void> {
  if (!runner.json) return paint(`${sweepTerminalText(record)}\n\n`)
  return runner.records ? tellRecords(record, cell, sweep, runner) : print(sweepJsonLines(record))
}

async function train({ text, limits }: CellText, cell: SweepCell, runner: Runner): Promise<SweepRecord | null> {
  const { signal, pool, file, allowOutside } = runner
  const place = { folder: path.dirname(file), allowOutside }
  const files = await readFiles(filesOfCell(cell), place, limits.fileBytes, signal)
  const bar = runner.remarks.progress(cell.name ?? dataName(cell.first.dataset), 'run')
  const before = sweepIn(runner.outputsOf(text))
  const onChange = (_: unknown, __: unknown, progress: PoolProgress | null) => progress && show(bar, progress)
  try {
    return await runSweep({ cell, files, signal, before, limits, onChange }, pool)
  } finally {
    bar.end()
  }
}

const show = (bar: ProgressBar, { done, failed, left }: PoolProgress): void =>
  bar.update({ step: done + failed, steps: done + failed + left }, failed)

/** The sweep that a cell shows; null where it shows none that can be read. */
export function sweepIn(outputs: readonly Output[]): SweepRecord | null {
  const item = outputs.flatMap(({ items }) => items).find(({ mime }) => mime === SWEEP_MIME)
  if (item === undefined) return null
  try {
    return parseSweep(item.data)
  } catch (error) {
    if (error instanceof RecordError) return null // nothing can be taken over: all runs are done again
    throw error
  }
}
