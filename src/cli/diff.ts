import { notebookDiff, notebookText } from '../diff'
import { NotebookFormatError, parseNotebook, readConflicted } from '../notebook'
import { EXIT } from './exitStatus'
import { bytesOf, readNotebook } from './input'
import { print } from './print'
import type { Stop } from './stop'

/** `gradnb diff`: how the second notebook differs from the first, in sources and in what matters of outputs; the status says whether. */
export async function diff(before: string, after: string, { signal }: Stop): Promise<number> {
  const lines = notebookDiff(await readNotebook(before, signal), await readNotebook(after, signal))
  if (lines.length > 0) await print(`${lines.join('\n').trimEnd()}\n`)
  return lines.length === 0 ? EXIT.done : EXIT.problems
}

/**
 * `gradnb text`: a notebook in lines, for git to compare. Git gives up where it fails, so that what is no notebook is printed as it is,
 * below the reason, and an unresolved merge with both versions of its cells.
 */
export async function text(file: string, { signal }: Stop): Promise<number> {
  const bytes = await bytesOf(file, signal)
  await print(`${linesOf(bytes).join('\n').trimEnd()}\n`)
  return EXIT.done
}

function linesOf(bytes: Uint8Array): string[] {
  try {
    return notebookText(parseNotebook(bytes))
  } catch (error) {
    if (!(error instanceof NotebookFormatError)) throw error
    const merged = readConflicted(bytes)
    if (merged) return notebookText(merged.notebook)
    return [error.message, '', ...new TextDecoder().decode(bytes).split(/\r?\n/)]
  }
}
