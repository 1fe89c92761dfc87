import * as vscode from 'vscode'
import { overridesOf, repair, trialTitle, USUAL_BUDGET, type Repair, type Trial } from '../diagnosis'
import { derivedCell, fileNames, parseExperiment, repairedCell } from '../experiment'
import type { RunRecord } from '../record'
import { RunClient, RunFailed, StoppedEarly, type Spawn } from '../worker'
import { readFiles, type FileReaders } from './cellFiles'
import { cellTexts } from './language/cells'
import { userLimits } from './settings'
import { silencedFor } from './silence'

/** What trying remedies beside the notebook needs of the extension. */
export interface TrialParts extends FileReaders {
  readonly spawn: Spawn
}

type Progress = vscode.Progress<{ readonly message?: string; readonly increment?: number }>

/**
 * Tries remedies of the worst finding of `record`, the run that `cell` shows, one after the other and as often as the budget allows. Gives how
 * many were tried where it was stopped.
 */
export async function searchRemedy(
  parts: TrialParts,
  cell: vscode.NotebookCell,
  record: RunRecord,
  progress: Progress,
  signal: AbortSignal
): Promise<Repair | { readonly stoppedAfter: number }> {
  const client = new RunClient(parts.spawn)
  try {
    const work = repair(record, USUAL_BUDGET, () => {}, silencedFor(cell))
    let next = work.next()
    for (let run = 1; next.done !== true; run++) {
      const what = trialTitle(next.value)
      const message = vscode.l10n.t('run {0} of at most {1}: {2}', run, USUAL_BUDGET, what)
      progress.report({ message, increment: 100 / USUAL_BUDGET })
      const tried = await recordOf(parts, cell, trialText(cell, record, next.value), client, signal)
      if (signal.aborted) return { stoppedAfter: run - 1 }
      next = work.next(tried)
    }
    return next.value
  } finally {
    client.dispose()
  }
}

/** What the cell records with another text; null where it cannot be run like that. */
async function recordOf(
  parts: TrialParts,
  cell: vscode.NotebookCell,
  text: string,
  client: RunClient,
  signal: AbortSignal
): Promise<RunRecord | null> {
  const limits = userLimits()
  const texts = cellTexts(cell.document).map(document => document.getText())
  const parsed = parseExperiment(text, { cells: [...texts, text], limits })
  if (!parsed.ok) return null
  const { experiment } = parsed
  try {
    const files = await readFiles(fileNames([experiment]), { notebook: cell.notebook, limits, signal }, parts)
    return await client.run({ experiment, files, limits, signal, onProgress: () => {} })
  } catch (error) {
    if (error instanceof RunFailed || error instanceof StoppedEarly) return null
    throw error
  }
}

/** The cell with a trial's changes: it extends the first where that has a name, and gets one of its own, or `name`. */
export function trialText(
  cell: vscode.NotebookCell,
  record: RunRecord,
  { titles, edits }: Trial,
  name?: string
): string {
  const text = cell.document.getText()
  const comment = vscode.l10n.t('tried: {0}', trialTitle({ titles }))
  const overrides = overridesOf(edits, record.experiment)
  if (name !== undefined) return derivedCell(text, overrides, name, comment)
  const texts = cellTexts(cell.document).map(each => each.getText())
  return repairedCell(text, texts, overrides, comment)
}
