import path from 'node:path'
import { FileProblem, readInFolder, reasonOf, TOO_LARGE } from '../disk'
import { pathProblem } from '../experiment'
import { QUEUE_TEXTS, type FileReader } from '../queue'
import { readFiles } from './cellFiles'

/**
 * Reads files for runs of a queue: shipped ones, and those in `folder`, links followed as long as they stay in it; null: none. What is
 * wrong is a sentence without this machine's folders, as it is told to whoever queued the run.
 */
export const workerFiles = (folder: string | null, most: number, signal: AbortSignal): FileReader => ({
  shipped: async name => (await readFiles({ shipped: [name], named: [] }, NOWHERE, most, signal))[name]!,
  named: name => readNamed(name, folder, most, signal)
})

const NOWHERE = { folder: '', allowOutside: false }

async function readNamed(name: string, folder: string | null, most: number, signal: AbortSignal): Promise<Uint8Array> {
  if (folder === null) throw new Error(QUEUE_TEXTS.noFolder(name))
  const problem = pathProblem(name)
  if (problem !== null) throw new Error(problem)
  try {
    return await readInFolder(path.resolve(folder), name, most, signal)
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    if (error.code === TOO_LARGE) throw new Error(QUEUE_TEXTS.tooLarge(name, error.message))
    throw new Error(QUEUE_TEXTS.unreadable(name, error.code === null ? error.message : reasonOf(error)))
  }
}
