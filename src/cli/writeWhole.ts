import type { Stats } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { CommandError } from './exitStatus'
import { removeLeftovers, temporaryName } from './leftovers'
import { codeOf, reasonOf } from '../disk'
import { existing, unwritable } from './writable'

/**
 * Makes `bytes` the content of `file` (links followed already), whole or not at all, whatever happens to this process or the
 * machine: they are on the disk under another name before they take the file's. Mode and owner stay. Where a new file cannot
 * take the place (of one with several names, with an owner that this process cannot give, in a folder that takes no files), the
 * old one is written over, and the copy kept until that is done. Only for who holds the file's lock. Throws a `CommandError`.
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const old = await existing(file)
  await removeLeftovers(file)
  const copy = await copyOf(file, bytes, old)
  if (copy.canReplace && (await hasReplaced(copy.path, file, old))) return
  await writeOver(file, bytes, copy.path)
  await rm(copy.path, { force: true })
}

interface Copy {
  readonly path: string
  /** whether it may take the file's place: it stands beside it, and nothing of the file's identity is lost */
  readonly canReplace: boolean
}

async function copyOf(file: string, bytes: Uint8Array, old: Stats | null): Promise<Copy> {
  const copy = await newFile(file, old)
  try {
    const same = old === null || (await takesIdentity(copy.handle, old))
    await copy.handle.writeFile(bytes)
    await sync(copy.handle)
    return { path: copy.path, canReplace: copy.beside && same }
  } catch (error) {
    await rm(copy.path, { force: true })
    throw unwritable(file, error)
  } finally {
    await copy.handle.close()
  }
}

/** Opens a new file beside `file`, or, where that folder takes no new files, in the one for temporary files. */
async function newFile(
  file: string,
  old: Stats | null
): Promise<{ path: string; handle: FileHandle; beside: boolean }> {
  const mode = old ? 0o600 : 0o666
  const beside = temporaryName(file)
  try {
    return { path: beside, handle: await open(beside, 'wx', mode), beside: true }
  } catch (error) {
    if (old === null || !['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) throw unwritable(file, error)
  }
  const elsewhere = temporaryName(path.join(os.tmpdir(), path.basename(file)))
  return { path: elsewhere, handle: await open(elsewhere, 'wx', mode), beside: false }
}

/** Gives the file of `handle` the owner and mode of `old`; false where that cannot be, or where `old` has other names too. */
async function takesIdentity(handle: FileHandle, old: Stats): Promise<boolean> {
  if (old.nlink > 1) return false
  const { uid, gid } = await handle.stat()
  try {
    if (uid !== old.uid || gid !== old.gid) await handle.chown(old.uid, old.gid)
    await handle.chmod(old.mode & 0o7777) // after chown, which takes bits away
    return true
  } catch {
    return false
  }
}

async function hasReplaced(copy: string, file: string, old: Stats | null): Promise<boolean> {
  try {
    await rename(copy, file)
  } catch (error) {
    if (old !== null) return false // as a file cannot be renamed to one that is a mount point, or that another program holds
    await rm(copy, { force: true })
    throw unwritable(file, error)
  }
  await syncFolder(path.dirname(file))
  return true
}

async function writeOver(file: string, bytes: Uint8Array, copy: string): Promise<void> {
  const handle = await openToWriteOver(file, copy)
  try {
    await handle.writeFile(bytes)
    await handle.truncate(bytes.length)
    await sync(handle)
  } catch (error) {
    throw new CommandError(`${file} was not written to its end (${reasonOf(error)}); all of it is in ${copy}`)
  } finally {
    await handle.close()
  }
}

async function openToWriteOver(file: string, copy: string): Promise<FileHandle> {
  try {
    return await open(file, 'r+')
  } catch (error) {
    await rm(copy, { force: true })
    throw unwritable(file, error)
  }
}

/** Waits until the disk has it, so that a power cut cannot leave the new name with no content. */
async function sync(handle: FileHandle): Promise<void> {
  try {
    await handle.sync()
  } catch (error) {
    if (!['EINVAL', 'ENOSYS', 'ENOTSUP'].includes(codeOf(error) ?? '')) throw error // some file systems cannot
  }
}

/** Waits until the disk has the new name; Windows opens no folders. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}
