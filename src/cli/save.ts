import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { formatNotebook, type Notebook, type Output } from '../notebook'
import { CommandError, EXIT } from './exitStatus'
import type { Input } from './input'

/**
 * Writes the notebook with new outputs (by cell index) whole or not at all. Refuses when the file has changed since it was
 * read: somebody's edit would be lost.
 */
export async function saveOutputs(
  { file, bytes, notebook }: Input,
  outputs: ReadonlyMap<number, readonly Output[]>
): Promise<void> {
  const now = await readFile(file)
  if (!now.equals(bytes))
    throw new CommandError(`${file} was changed while its cells ran; the outputs were not written`, EXIT.problems)
  const cells = notebook!.cells.map((cell, index) => ({ ...cell, outputs: outputs.get(index) ?? cell.outputs }))
  await replaceFile(file, formatNotebook({ ...notebook!, cells } satisfies Notebook))
}

/** Writes `file` whole or not at all; throws a `CommandError` where that is not possible. */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`
  try {
    await writeFile(temporary, bytes)
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw new CommandError(`${file}: cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`)
  }
}
