import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Experiment } from '../experiment'
import type { RunRecord } from '../record'
import { filesOf, type Files, type RunClient } from '../worker'
import { ProgressBar } from './progressBar'

const DATASETS = path.join(__dirname, '..', 'media', 'datasets')

/** Trains one experiment with a progress bar; rejects with `RunFailed` as the client does. */
export async function trainCell(experiment: Experiment, client: RunClient, signal: AbortSignal): Promise<RunRecord> {
  const bar = new ProgressBar(experiment.name ?? experiment.dataset.name)
  try {
    const files = await readFiles(experiment)
    return await client.run({ experiment, files, signal, onProgress: progress => bar.update(progress) })
  } finally {
    bar.end()
  }
}

async function readFiles(experiment: Experiment): Promise<Files> {
  const entries = filesOf(experiment).map(async name => [name, await readFile(path.join(DATASETS, name))] as const)
  return Object.fromEntries(await Promise.all(entries))
}
