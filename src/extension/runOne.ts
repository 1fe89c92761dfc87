import { fileNames, type Experiment } from '../experiment'
import type { RunRecord } from '../record'
import type { Job } from '../worker'
import { readFiles } from './cellFiles'
import type { Ending, Running } from './kernel'
import { LiveOutput } from './liveOutput'
import { runForm } from './outputForm'
import { silencedFor } from './silence'
import { RunOutput } from './runOutput'
import { userLimits } from './settings'

/** Trains the one experiment of a cell, and shows it as it goes. */
export async function runOne(experiment: Experiment, running: Running): Promise<Ending> {
  const { execution, kernel, held } = running
  const output = new RunOutput(
    execution,
    kernel.records,
    runForm(kernel.figures, () => silencedFor(execution.cell))
  )
  held.push(output)
  const pictures = new LiveOutput<RunRecord>(output, ({ columns }) => columns === 0)
  try {
    const job = await jobOf(experiment, running, pictures)
    const startedAt = Date.now()
    const record = await kernel.clients.of(execution.cell.notebook).run(job)
    kernel.forecast.learn(experiment, record, (Date.now() - startedAt) / 1000)
    const stopped = record.events.stop?.reason === 'cancelled'
    return { success: stopped ? undefined : true, shown: output.showLast(record) }
  } finally {
    pictures.halt()
  }
}

async function jobOf(
  experiment: Experiment,
  { execution: { cell }, kernel, signal }: Running,
  pictures: LiveOutput<RunRecord>
): Promise<Job> {
  const startedAt = Date.now()
  const limits = userLimits()
  return {
    experiment,
    signal,
    limits,
    files: await readFiles(fileNames([experiment]), { notebook: cell.notebook, limits, signal }, kernel),
    onProgress: (progress, soFar) => {
      kernel.live.update(cell, progress, soFar, startedAt)
      pictures.update(soFar)
    }
  }
}
