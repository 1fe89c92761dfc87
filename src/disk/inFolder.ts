import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { FileProblem, OUTSIDE } from './fileProblem'
import { readPlainFile } from './plainFile'
import { codeOf, reasonOf } from './systemError'
import { TEXTS } from './texts'

/**
 * The bytes of the regular file of at most `most` bytes that `name` leads to from `folder`, links followed, as long as they stay in
 * it. Rejects with a `FileProblem`. `signal` ends the reading with its own reason.
 */
export async function readInFolder(
  folder: string,
  name: string,
  most: number,
  signal?: AbortSignal
): Promise<Uint8Array> {
  return readPlainFile(await realPathIn(folder, name), most, signal)
}

/** The real path of what `name` leads to from `folder`. Rejects with a `FileProblem` where there is nothing, or where it lies outside. */
export async function realPathIn(folder: string, name: string): Promise<string> {
  const [from, file] = await Promise.all([folder, path.resolve(folder, name)].map(followed))
  const way = path.relative(from!, file!)
  if (way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way))
    throw new FileProblem(TEXTS.outside, OUTSIDE)
  return file!
}

const followed = (name: string): Promise<string> =>
  realpath(name).catch(error => {
    throw new FileProblem(TEXTS.unreadable(reasonOf(error)), codeOf(error))
  })
