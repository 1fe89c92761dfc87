import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { formatNotebook, mergeNotebooks, NotebookFormatError, parseNotebook, type Notebook } from '../notebook'
import { EXIT } from './exitStatus'
import { complain } from './print'
import type { Stop } from './stop'
import { CLI_TEXTS } from './texts'
import { writeWhole } from './writeWhole'

const LABELS = { ours: 'ours', theirs: 'theirs' }

/**
 * `gradnb merge-driver BASE OURS THEIRS`, as git calls it: merges notebooks cell by cell into the file OURS. The status says whether a cell
 * shows both versions. What is no notebook, and what no cell can show, is merged line by line by git itself.
 */
export async function mergeDriver(base: string, ours: string, theirs: string, _stop: Stop): Promise<number> {
  const [a, b] = [await notebookIn(ours), await notebookIn(theirs)]
  const merged = a && b && mergeNotebooks(await notebookIn(base), a, b, LABELS)
  if (!merged) return byLines(base, ours, theirs)
  await writeWhole(ours, formatNotebook(merged.notebook))
  if (merged.conflicts === 0) return EXIT.done
  complain(CLI_TEXTS.mergeDriver.conflicts(merged.conflicts))
  return EXIT.problems
}

/** A file without a byte is what git hands over where there is none. */
async function notebookIn(file: string): Promise<Notebook | null> {
  try {
    return parseNotebook(await readFile(file))
  } catch (error) {
    if (error instanceof NotebookFormatError) return null
    throw error
  }
}

function byLines(base: string, ours: string, theirs: string): number {
  complain(CLI_TEXTS.mergeDriver.byLines)
  const labels = ['ours', 'base', 'theirs'].flatMap(label => ['-L', label])
  const { status } = spawnSync('git', ['merge-file', ...labels, ours, base, theirs], { stdio: ['ignore', 'ignore', 'inherit'] }) // prettier-ignore
  return status === 0 ? EXIT.done : EXIT.problems
}
