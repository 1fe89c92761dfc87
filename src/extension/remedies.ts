import * as vscode from 'vscode'
import {
  loud,
  overridesOf,
  repair,
  REPAIRS_KEY,
  trialTitle,
  USUAL_BUDGET,
  type RuleName,
  type Trial
} from '../diagnosis'
import { comparingCell, fileNames, parseExperiment, repairedCell } from '../experiment'
import type { RunRecord } from '../record'
import { RunClient, RunFailed, StoppedEarly, type Spawn } from '../worker'
import { cellId, idsOf, newCell } from './cellData'
import { readFiles, type FileReaders } from './cellFiles'
import type { Findings } from './findings'
import { cellTexts } from './language/cells'
import { userLimits } from './settings'

/** What trying remedies needs of the extension. */
export interface RemedyParts extends FileReaders {
  readonly findings: Findings
  readonly spawn: Spawn
}

/**
 * Inserts a cell below `cell` that is the same with one remedy of what `rule` found, and runs it, with the same seed; below that, where both
 * have names, a cell that compares the two. One undo takes all of it back. False where the cell has changed since its run, or nothing of that kind was found.
 */
export async function applyRemedy(
  parts: RemedyParts,
  cell: vscode.NotebookCell,
  rule: RuleName,
  title: string
): Promise<boolean> {
  const judged = parts.findings.of(cell)
  const found = judged?.findings.find(each => each.rule === rule)
  const remedy = found?.remedies.find(each => each.title === title)
  if (!judged || !remedy) return false
  await insertAndRun(cell, judged.record, rule, { titles: [title], edits: remedy.edits })
  return true
}

/**
 * Tries remedies of the worst finding one after the other, beside the notebook and as often as the budget allows, and inserts the first that
 * clears it without making the loss worse, with its comparison. A person sees which is tried, and can stop it.
 */
export async function repairCell(parts: RemedyParts, cell: vscode.NotebookCell): Promise<boolean> {
  const judged = parts.findings.of(cell)
  const target = judged && loud(judged)[0]
  if (!judged || !target) return false
  const title = vscode.l10n.t('Repairing')
  const location = vscode.ProgressLocation.Notification
  const helped = await vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) =>
    search(parts, cell, judged.record, progress, token)
  )
  if (helped === null) return false
  await insertAndRun(cell, judged.record, target.rule, helped)
  return true
}

type Progress = vscode.Progress<{ readonly message?: string; readonly increment?: number }>

/** The trial that helped; null where none did, or a person stopped it. */
async function search(
  parts: RemedyParts,
  cell: vscode.NotebookCell,
  record: RunRecord,
  progress: Progress,
  token: vscode.CancellationToken
): Promise<Trial | null> {
  const stop = new AbortController()
  const listening = token.onCancellationRequested(() => stop.abort())
  const client = new RunClient(parts.spawn)
  try {
    const work = repair(record, USUAL_BUDGET)
    let next = work.next()
    for (let run = 1; next.done !== true && !stop.signal.aborted; run++) {
      const what = trialTitle(next.value)
      const message = vscode.l10n.t('run {0} of at most {1}: {2}', run, USUAL_BUDGET, what)
      progress.report({ message, increment: 100 / USUAL_BUDGET })
      next = work.next(await tried(parts, cell, textOf(cell, record, next.value), client, stop.signal))
    }
    return next.done === true ? next.value.helped : null
  } finally {
    listening.dispose()
    client.dispose()
  }
}

/** What the cell records with another text; null where it cannot be run like that. */
async function tried(
  parts: RemedyParts,
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

/** The cell with a trial's changes: it extends the first where that has a name. */
function textOf({ document }: vscode.NotebookCell, record: RunRecord, { titles, edits }: Trial): string {
  const texts = cellTexts(document).map(each => each.getText())
  const comment = vscode.l10n.t('tried: {0}', trialTitle({ titles }))
  return repairedCell(document.getText(), texts, overridesOf(edits, record.experiment), comment)
}

async function insertAndRun(cell: vscode.NotebookCell, record: RunRecord, rule: RuleName, trial: Trial): Promise<void> {
  const { notebook, index } = cell
  const text = textOf(cell, record, trial)
  const about = vscode.l10n.t('before and after: {0}', trialTitle(trial))
  const comparison = comparingCell([cell.document.getText(), text], about)
  const ids = idsOf(notebook)
  const data = newCell(text, ids)
  const made = [data, ...(comparison === null ? [] : [newCell(comparison, ids)])]
  data.metadata = {
    ...data.metadata,
    extra: { [REPAIRS_KEY]: { cell: cellId(cell.metadata) ?? '', rule, titles: [...trial.titles] } }
  }
  const edit = new vscode.WorkspaceEdit()
  edit.set(notebook.uri, [vscode.NotebookEdit.insertCells(index + 1, made)])
  if (!(await vscode.workspace.applyEdit(edit))) return
  // in this order: the comparison copies what the other shows then
  const ranges = [{ start: index + 1, end: index + 1 + made.length }]
  await vscode.commands.executeCommand('notebook.cell.execute', { ranges, document: notebook.uri })
}
