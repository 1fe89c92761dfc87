import { notebookDiff, notebookText } from '../diff'
import { EXIT } from './exitStatus'
import { readNotebook } from './input'
import { print } from './print'
import type { Stop } from './stop'

/** `gradnb diff`: how the second notebook differs from the first, in sources and in what matters of outputs; the status says whether. */
export async function diff(before: string, after: string, { signal }: Stop): Promise<number> {
  const lines = notebookDiff(await readNotebook(before, signal), await readNotebook(after, signal))
  if (lines.length > 0) await print(`${lines.join('\n').trimEnd()}\n`)
  return lines.length === 0 ? EXIT.done : EXIT.problems
}

/** `gradnb text`: a notebook in lines, for git to compare. */
export async function text(file: string, { signal }: Stop): Promise<number> {
  await print(
    `${notebookText(await readNotebook(file, signal))
      .join('\n')
      .trimEnd()}\n`
  )
  return EXIT.done
}
