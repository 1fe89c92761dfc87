import { dataName, DEFAULT_LIMITS, type Experiment } from '../experiment'
import type { RunRecord } from '../record'
import type { Job, RunClient } from '../worker'
import { readFiles, type Place } from './cellFiles'
import { ProgressBar } from './progressBar'

/** Trains one experiment with a progress bar; rejects with `RunFailed` as the client does, and for files it cannot read. */
export async function trainCell(
  experiment: Experiment,
  place: Place,
  client: RunClient,
  { signal, onWeights }: Pick<Job, 'onWeights'> & { readonly signal: AbortSignal }
): Promise<RunRecord> {
  const bar = new ProgressBar(experiment.name ?? dataName(experiment.dataset))
  try {
    const files = await readFiles(experiment, place, DEFAULT_LIMITS.fileBytes, signal)
    return await client.run({ experiment, files, signal, onWeights, onProgress: progress => bar.update(progress) })
  } finally {
    bar.end()
  }
}
