import { constants, type Stats } from 'node:fs'
import { access, open, stat, type FileHandle } from 'node:fs/promises'
import { changed, FileProblem, tooLarge } from './fileProblem'
import { codeOf, reasonOf } from './systemError'
import { TEXTS } from './texts'

/**
 * The bytes of a regular file of at most `most` bytes. Rejects with a `FileProblem`. Pipes, devices, sockets and folders are
 * refused before they are opened: a pipe may wait for ever, /dev/zero never ends; and so is what was written meanwhile. `signal` ends the reading with its own reason.
 */
export async function readPlainFile(file: string, most: number, signal?: AbortSignal): Promise<Uint8Array> {
  let handle: FileHandle | undefined
  try {
    checkPlain(await stat(file), most)
    // It may have become a pipe since: opening one waits for a writer unless told not to.
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const before = await handle.stat()
    checkPlain(before, most)
    const bytes = await readUpTo(handle, most, signal)
    const after = await handle.stat()
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw changed()
    return bytes
  } catch (error) {
    signal?.throwIfAborted()
    throw problemOf(error)
  } finally {
    await handle?.close()
  }
}

/** Rejects with the `FileProblem` that reading would, as far as it can be seen from outside. */
export async function checkPlainFile(file: string, most: number): Promise<void> {
  try {
    checkPlain(await stat(file), most)
    await access(file, constants.R_OK)
  } catch (error) {
    throw problemOf(error)
  }
}

/** Throws a `FileProblem` for what is not a regular file of at most `most` bytes. */
function checkPlain(found: Stats, most: number): void {
  if (!found.isFile()) throw new FileProblem(TEXTS.notFile[kindOf(found)])
  if (found.size > most) throw tooLarge(found.size, most)
}

const problemOf = (error: unknown): FileProblem =>
  error instanceof FileProblem ? error : new FileProblem(TEXTS.unreadable(reasonOf(error)), codeOf(error))

function kindOf(found: Stats): keyof typeof TEXTS.notFile {
  if (found.isDirectory()) return 'folder'
  if (found.isFIFO()) return 'pipe'
  if (found.isSocket()) return 'socket'
  return 'device'
}

/** Reads to the end, whatever size the file said it has: files of /proc say 0, and one may grow. */
async function readUpTo(handle: FileHandle, most: number, signal?: AbortSignal): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  const stream = handle.createReadStream({ autoClose: false, highWaterMark: 1 << 20, end: most, signal })
  for await (const part of stream as AsyncIterable<Uint8Array>) {
    parts.push(part)
    size += part.length
  }
  if (size > most) throw tooLarge(size, most)
  return Buffer.concat(parts, size)
}
