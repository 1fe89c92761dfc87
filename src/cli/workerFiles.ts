import path from 'node:path'
import { FileProblem, readInFolder, reasonOf } from '../disk'
import { DEFAULT_LIMITS, pathProblem } from '../experiment'
import { QUEUE_TEXTS, type FileReader } from '../queue'
import { readFiles } from './cellFiles'

const MOST = DEFAULT_LIMITS.fileBytes

/**
 * Reads files for runs of a queue: shipped ones, and those in `folder`, links followed as long as they stay in it; null: none. What is
 * wrong is a sentence without this machine's folders, as it is told to whoever queued the run.
 */
export const workerFiles = (folder: string | null, signal: AbortSignal): FileReader => ({
  shipped: async name => (await readFiles({ shipped: [name], named: [] }, NOWHERE, MOST, signal))[name]!,
  named: name => readNamed(name, folder, signal)
})

const NOWHERE = { folder: '', allowOutside: false }

async function readNamed(name: string, folder: string | null, signal: AbortSignal): Promise<Uint8Array> {
  if (folder === null) throw new Error(QUEUE_TEXTS.noFolder(name))
  const problem = pathProblem(name)
  if (problem !== null) throw new Error(problem)
  try {
    return await readInFolder(path.resolve(folder), name, MOST, signal)
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    throw new Error(QUEUE_TEXTS.unreadable(name, error.code === null ? error.message : reasonOf(error)))
  }
}
