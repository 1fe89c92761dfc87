import { dataName, DEFAULT_LIMITS, fileNames, type Experiment } from '../experiment'
import { dataWarning, type RunRecord } from '../record'
import type { Job, RunClient } from '../worker'
import { readFiles, type Place } from './cellFiles'
import { complain } from './print'
import { ProgressBar } from './progressBar'

/** Trains one experiment with a progress bar; rejects with `RunFailed` as the client does, and for files it cannot read. */
export async function trainCell(
  experiment: Experiment,
  place: Place,
  client: RunClient,
  { signal, onWeights }: Pick<Job, 'onWeights'> & { readonly signal: AbortSignal }
): Promise<RunRecord> {
  const name = experiment.name ?? dataName(experiment.dataset)
  const bar = new ProgressBar(name)
  let isFirst = true
  const onProgress: Job['onProgress'] = (progress, record) => {
    if (isFirst) warn(name, record())
    isFirst = false
    bar.update(progress)
  }
  try {
    const files = await readFiles(fileNames([experiment]), place, DEFAULT_LIMITS.fileBytes, signal)
    return await client.run({ experiment, files, signal, onWeights, onProgress })
  } finally {
    bar.end()
  }
}

/** Tells of data that training will hardly stand, as soon as they are read. */
function warn(name: string, { data }: RunRecord): void {
  const sentence = dataWarning(data)
  if (sentence !== '') complain(`gradnb: ${name}: ${sentence}`)
}
