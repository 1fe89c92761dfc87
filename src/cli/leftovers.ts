import { randomUUID } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'

const ENDING = /^\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/

/** A new name beside `file` for what it is to become. */
export const temporaryName = (file: string): string => `${file}.${randomUUID()}.tmp`

/** The files of such names beside `file`: a process was killed while it wrote. */
export async function leftoversOf(file: string): Promise<string[]> {
  const name = path.basename(file)
  const names = await readdir(path.dirname(file)).catch(() => []) // a folder may let us write into it, but not look
  return names
    .filter(other => other.startsWith(name) && ENDING.test(other.slice(name.length)))
    .map(other => path.join(path.dirname(file), other))
}

/** Removes them. Only for who holds the file's lock: nobody else is writing then. */
export async function removeLeftovers(file: string): Promise<void> {
  for (const leftover of await leftoversOf(file)) await rm(leftover, { force: true })
}
