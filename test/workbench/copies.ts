import { cp, readdir } from 'node:fs/promises'
import path from 'node:path'
import { temporaryFolder, type Lifetime } from './lifetime'

/** A copy of `folder` that is gone at the end, so that what is run and saved changes no file of the clone. */
export const copyOfFolder = async (lifetime: Lifetime, folder: string): Promise<string> => {
  // Under its own name, which the window's title and the explorer show.
  const copy = path.join(await temporaryFolder(lifetime, 'folder'), path.basename(folder))
  await cp(folder, copy, { recursive: true })
  return copy
}

/** A copy of a file and the files beside it, which it may name; not of folders, as it may lie in a huge one. */
export const copyOfFile = async (lifetime: Lifetime, file: string): Promise<string> => {
  const copy = await temporaryFolder(lifetime, 'file')
  const folder = path.dirname(path.resolve(file))
  const siblings = (await readdir(folder, { withFileTypes: true })).filter(entry => entry.isFile())
  await Promise.all(siblings.map(({ name }) => cp(path.join(folder, name), path.join(copy, name))))
  return path.join(copy, path.basename(file))
}
