import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { say } from './cache'

/** File name → what it held when we copied it, as a hash. */
type Copied = Record<string, string>

/**
 * Copies the shipped samples to where a user may run and edit them. A copy that was edited is kept, also when the
 * shipped file has changed since; one that was not follows the shipped file.
 */
export const copySamples = async (from: string, to: string): Promise<void> => {
  const list = `${to}.json`
  const copied = JSON.parse(await readFile(list, 'utf8').catch(() => '{}')) as Copied
  for (const name of await filesBelow(from)) copied[name] = await copySample(name, from, to, copied[name])
  await writeFile(list, JSON.stringify(copied, null, 2))
}

const copySample = async (name: string, from: string, to: string, before: string | undefined): Promise<string> => {
  const [source, target] = [path.join(from, name), path.join(to, name)]
  const [shipped, present] = [hashOf(await readFile(source)), await readFile(target).then(hashOf, () => undefined)]
  const edited = present !== undefined && present !== before && present !== shipped
  if (edited && before === shipped) return shipped
  if (edited) say(`kept your edited ${name}; the shipped one has changed: delete ${target} to get it`)
  else await mkdir(path.dirname(target), { recursive: true }).then(() => cp(source, target))
  return shipped
}

const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)))
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
