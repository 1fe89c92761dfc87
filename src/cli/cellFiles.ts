import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { checkPlainFile, FileProblem, OUTSIDE, readPlainFile, realPathIn, reasonOf, TOO_LARGE } from '../disk'
import { pathProblem, type FileNames, type Files } from '../experiment'
import { howToRaise } from '../text'
import { RunFailed } from '../worker'
import { MEDIA } from './bundles'

const DATASETS = path.join(MEDIA, 'datasets')

/** Where a cell's files are looked for. */
export interface Place {
  /** that of the notebook */
  readonly folder: string
  /** whether paths may lead out of it */
  readonly allowOutside: boolean
}

/**
 * The files of these names: shipped ones, and those of its notebook's folder that a cell names. Rejects with
 * `RunFailed` and a sentence that names the file where it lies outside, is missing, not a regular file or above `most` bytes.
 * `signal` ends the reading.
 */
export async function readFiles(names: FileNames, place: Place, most: number, signal: AbortSignal): Promise<Files> {
  const shipped = names.shipped.map(async name => [name, await readFile(path.join(DATASETS, name))] as const)
  const named = names.named.map(async name => [name, await readNamed(name, place, most, signal)] as const)
  return Object.fromEntries(await Promise.all([...shipped, ...named]))
}

/** Why the file that a cell calls `name` could not be read, as far as it can be seen from outside; null where it could. */
export async function fileProblem(name: string, place: Place, most: number): Promise<string | null> {
  try {
    await told(name, async () => checkPlainFile(await locate(name, place), most))
    return null
  } catch (error) {
    if (error instanceof RunFailed) return error.message
    throw error
  }
}

const readNamed = (name: string, place: Place, most: number, signal: AbortSignal): Promise<Uint8Array> =>
  told(name, async () => readPlainFile(await locate(name, place), most, signal))

/** Does `reading`; what is wrong with the file becomes a sentence that names it. */
async function told<T>(name: string, reading: () => Promise<T>): Promise<T> {
  try {
    return await reading()
  } catch (error) {
    throw error instanceof FileProblem ? failed(sentenceOf(name, error)) : error
  }
}

/** A notebook keeps it as its output, so that it names no folder of this machine. */
function sentenceOf(name: string, problem: FileProblem): string {
  if (problem.code === OUTSIDE) return `${name} ${problem.message}; run with --allow-outside to follow it`
  if (problem.code === TOO_LARGE) return `${name} ${problem.message} (${howToRaise('fileBytes')})`
  if (problem.code === null) return `${name} ${problem.message}`
  return `${name} cannot be read from the notebook's folder: ${reasonOf(problem)}`
}

/** The file that `name` leads to, links followed; outside the folder only where that is allowed. */
async function locate(name: string, { folder, allowOutside }: Place): Promise<string> {
  if (allowOutside) return path.resolve(folder, name)
  const problem = pathProblem(name)
  if (problem !== null) throw failed(`${problem}, or run with --allow-outside`)
  return realPathIn(folder, name)
}

const failed = (sentence: string): RunFailed => new RunFailed(sentence, null)
