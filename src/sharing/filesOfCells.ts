import type { Experiment, Files } from '../experiment'
import type { Notebook } from '../notebook'
import { runOf } from './runOf'

/** The files that each experiment cell reads, by its place among all cells from 1, or why they could not be read. */
export type FilesOfCells = Readonly<Record<number, Files | string>>

/** Reads the files of all cells with `read`, which rejects with a sentence for people where it cannot. */
export async function filesOfCells(
  { cells }: Notebook,
  read: (experiment: Experiment) => Promise<Files>
): Promise<FilesOfCells> {
  const texts = cells.filter(({ kind }) => kind === 'experiment').map(({ source }) => source)
  const files: Record<number, Files | string> = {}
  for (const [i, { kind, source }] of cells.entries()) {
    const run = kind === 'experiment' ? runOf(source, texts) : { experiment: null }
    if ('experiment' in run && run.experiment !== null) files[i + 1] = await filesOr(run.experiment, read)
  }
  return files
}

async function filesOr(
  experiment: Experiment,
  read: (experiment: Experiment) => Promise<Files>
): Promise<Files | string> {
  try {
    return await read(experiment)
  } catch (error) {
    if (error instanceof Error) return error.message
    throw error
  }
}
