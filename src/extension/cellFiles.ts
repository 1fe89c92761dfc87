import * as vscode from 'vscode'
import { FileProblem, OUTSIDE, TOO_LARGE } from '../disk/fileProblem'
import { reasonOf } from '../disk/systemError'
import { pathProblem, restrictedFile, type FileNames, type Files, type Limits } from '../experiment'
import { howToRaise } from '../text'
import { StoppedEarly } from '../worker'
import { readThroughVSCode } from './folderFile'
import type { ReadInFolder } from './platform'
import { mayReadFiles } from './trust'

/** What cells' files are read with. */
export interface FileReaders {
  /** Reads a shipped data set by its name. */
  readonly readDataset: (name: string) => Promise<Uint8Array>
  readonly readInFolder: ReadInFolder | null
}

/** What a cell is that reads files: its notebook, what the user allows it, and whether it is stopped. */
export interface Asking {
  readonly notebook: vscode.NotebookDocument
  readonly limits: Limits
  readonly signal: AbortSignal
}

/**
 * The files of these names: shipped ones, and those of the notebook's folder that a cell names. Rejects with a sentence
 * that names the file where it lies outside, is missing, too large or no file, where the notebook has no folder yet, and in Restricted Mode; at once with
 * `StoppedEarly` when the cell is stopped, whatever the reading waits for.
 */
export async function readFiles(names: FileNames, asking: Asking, readers: FileReaders): Promise<Files> {
  const shipped = names.shipped.map(async name => [name, await readers.readDataset(name)] as const)
  const named = names.named.map(async path => [path, await readNamed(path, asking, readers)] as const)
  return Object.fromEntries(await unlessStopped(Promise.all([...shipped, ...named]), asking.signal))
}

async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {}
  const stopped = new Promise<never>((_, reject) => (stop = () => reject(new StoppedEarly())))
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  try {
    return await Promise.race([work, stopped])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

async function readNamed(path: string, asking: Asking, { readInFolder }: FileReaders): Promise<Uint8Array> {
  const { notebook, limits, signal } = asking
  const problem = pathProblem(path)
  if (problem !== null) throw new Error(problem)
  if (!mayReadFiles()) throw new Error(restrictedFile(path))
  if (notebook.isUntitled)
    throw new Error(`save the notebook first: ${path} is looked for in the notebook's folder, and it has none yet`)
  const folder = vscode.Uri.joinPath(notebook.uri, '..')
  try {
    if (folder.scheme === 'file' && readInFolder)
      return await readInFolder(folder.fsPath, path, limits.fileBytes, signal)
    return await readThroughVSCode(folder, path, limits.fileBytes)
  } catch (error) {
    throw error instanceof FileProblem ? new Error(sentenceOf(path, error)) : error
  }
}

function sentenceOf(path: string, problem: FileProblem): string {
  if (problem.code === null) return `${path} ${problem.message}`
  if (problem.code === TOO_LARGE) return `${path} ${problem.message} (${howToRaise('fileBytes')})`
  if (problem.code === OUTSIDE)
    return `${path} ${problem.message}; cells may only read files in it: copy the file there`
  return `${path} cannot be read from the notebook's folder: ${reasonOf(problem)}`
}
