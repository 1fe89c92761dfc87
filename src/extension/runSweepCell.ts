import { filesOfCell } from '../experiment'
import type { SweepRecord } from '../record'
import { runSweep, type SweepCell } from '../sweep'
import { StoppedEarly } from '../worker'
import { readFiles } from './cellFiles'
import type { Ending, Running } from './kernel'
import { LiveOutput } from './liveOutput'
import { sweepForm } from './outputForm'
import { RunOutput } from './runOutput'
import { sweepIn } from './savedRecords'
import { userLimits } from './settings'
import { runsOf, usesQueue } from './sweepQueue'

/** Does the runs of a cell that its output does not have yet, and shows them as they come back; a stop keeps what is done. */
export async function runSweepCell(cell: SweepCell, running: Running): Promise<Ending> {
  const { execution, kernel, held, signal } = running
  const output = new RunOutput(execution, kernel.records, sweepForm(kernel.figures))
  held.push(output)
  const pictures = new LiveOutput<SweepRecord>(output, isEmpty)
  const startedAt = Date.now()
  try {
    let ended = 0
    const record = await train(cell, running, pictures, () => ended++)
    if (record === null || isEmpty(record)) throw new StoppedEarly()
    if (!usesQueue(kernel)) kernel.forecast.learnSweep(cell, ended, (Date.now() - startedAt) / 1000)
    const failed = record.runs.some(({ state }) => state === 'failed')
    return { success: signal.aborted ? undefined : !failed, shown: output.showLast(record) }
  } finally {
    pictures.halt()
  }
}

const isEmpty = ({ runs }: SweepRecord): boolean => runs.every(({ state }) => state === 'missing')

async function train(
  cell: SweepCell,
  { execution, kernel, signal }: Running,
  pictures: LiveOutput<SweepRecord>,
  onEnded: () => void
): Promise<SweepRecord | null> {
  const { notebook, outputs } = execution.cell
  const limits = userLimits()
  const before = sweepIn(outputs)
  const files = await readFiles(filesOfCell(cell), { notebook, limits, signal }, kernel)
  return runSweep(
    {
      ...{ cell, files, limits, signal, before },
      onChange: (ended, soFar, progress) => {
        ended.forEach(onEnded)
        if (progress) kernel.live.updateSweep(execution.cell, progress)
        pictures.update(soFar)
      }
    },
    runsOf(notebook, kernel)
  )
}
