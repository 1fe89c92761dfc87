import { mkdtemp, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { reasonOf } from '../disk'
import { complain } from './print'

/** Writes what found no place in the file `name` into a new folder for temporary files, and tells where: "`what` is in …". */
export async function rescue(name: string, bytes: Uint8Array, what: string): Promise<void> {
  try {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'gradnb-'))
    const rescued = path.join(folder, path.basename(name))
    await writeFile(rescued, bytes)
    complain(`gradnb: ${what} is in ${rescued}`)
  } catch (error) {
    complain(`gradnb: ${what} is lost: ${os.tmpdir()} cannot be written: ${reasonOf(error)}`)
  }
}
