import type { Stats } from 'node:fs'
import { access, constants, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { CommandError } from './exitStatus'
import { codeOf, reasonOf } from '../disk'

/** The file that `file` leads to, links followed; itself where there is none yet. Throws a `CommandError`. */
export async function realFile(file: string): Promise<string> {
  try {
    return await realpath(file)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return path.resolve(file)
    throw unwritable(file, error)
  }
}

/**
 * Throws a `CommandError` where it is plain that `file` takes no bytes, so that nobody trains for an hour to hear it. `advice`
 * ends the sentence.
 */
export async function checkWritable(file: string, advice = ''): Promise<void> {
  const old = await existing(file)
  if (old && !old.isFile()) throw new CommandError(`${file} cannot be written: it is not a regular file${advice}`)
  try {
    await access(old ? file : path.dirname(file), constants.W_OK)
  } catch (error) {
    throw new CommandError(`${unwritable(file, error).message}${advice}`)
  }
}

/** What the system knows of `file`; null where there is none. Throws a `CommandError`. */
export async function existing(file: string): Promise<Stats | null> {
  try {
    return await stat(file)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw unwritable(file, error)
  }
}

export const unwritable = (file: string, error: unknown): CommandError =>
  new CommandError(`${file} cannot be written: ${codeOf(error) === 'ENOENT' ? NO_FOLDER : reasonOf(error)}`)

const NO_FOLDER = 'there is no such folder'
