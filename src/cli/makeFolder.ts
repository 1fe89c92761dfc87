import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { codeOf } from '../disk'
import { CommandError } from './exitStatus'
import { CLI_TEXTS } from './texts'
import { unwritable } from './writable'

/** Makes the folder that `file` is to lie in, and those above it, where they are not there yet. Throws a `CommandError`. */
export async function makeFolderOf(file: string): Promise<void> {
  await make(path.dirname(file)).catch((error: unknown) => {
    throw error instanceof CommandError ? error : unwritable(file, error)
  })
}

/** Node's own recursive `mkdir` never ends where the system says of a folder that is there that it is not, as below /proc. */
async function make(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return checkFolder(folder)
    if (code !== 'ENOENT' || (await isThere(path.dirname(folder)))) throw error
    await make(path.dirname(folder))
    await mkdir(folder).catch((again: unknown) => {
      // somebody else may have made it meanwhile
      if (codeOf(again) !== 'EEXIST') throw again
    })
  }
}

async function checkFolder(folder: string): Promise<void> {
  if (!(await stat(folder)).isDirectory()) throw new CommandError(CLI_TEXTS.notFolder(folder))
}

const isThere = (folder: string): Promise<boolean> =>
  stat(folder).then(
    () => true,
    () => false
  )
