import { dataName, fileNames, type Experiment, type Limits } from '../experiment'
import { dataWarning, type RunRecord } from '../record'
import type { Job, RunClient } from '../worker'
import { readFiles, type Place } from './cellFiles'
import type { Remarks } from './remarks'

/** How an experiment is trained. */
export interface Training extends Pick<Job, 'onWeights'> {
  readonly signal: AbortSignal
  readonly remarks: Remarks
  /** for what the cell asks of this machine */
  readonly limits: Limits
  /** what stands before the progress bar; the run's name if left out */
  readonly about?: string
}

/** Trains one experiment with a progress bar; rejects with `RunFailed` as the client does, and for files it cannot read. */
export async function trainCell(
  experiment: Experiment,
  place: Place,
  client: RunClient,
  { signal, onWeights, remarks, about, limits }: Training
): Promise<RunRecord> {
  const name = experiment.name ?? dataName(experiment.dataset)
  const bar = remarks.progress(about ?? name)
  let isFirst = true
  const onProgress: Job['onProgress'] = (progress, record) => {
    if (isFirst) warn(name, record(), remarks)
    isFirst = false
    bar.update(progress)
  }
  try {
    const files = await readFiles(fileNames([experiment]), place, limits.fileBytes, signal)
    return await client.run({ experiment, files, limits, signal, onWeights, onProgress })
  } finally {
    bar.end()
  }
}

/** Tells of data that training will hardly stand, as soon as they are read. */
function warn(name: string, { data }: RunRecord, remarks: Remarks): void {
  const sentence = dataWarning(data)
  if (sentence !== '') remarks.warn(`gradnb: ${name}: ${sentence}`)
}
