import * as vscode from 'vscode'
import { fileNames, type Experiment, type Files } from '../experiment'
import type { FromFigure } from '../figure'
import { runText } from '../language'
import { encodeRecord } from '../record'
import { fileDigests, runDigest, type SweepCell } from '../sweep'
import { messageOf } from '../text'
import { RunClient, type Spawn } from '../worker'
import { cellId, idsOf, newCell } from './cellData'
import { readFiles, type FileReaders } from './cellFiles'
import type { FigureChannel } from './figureChannel'
import { readCell } from './problems'
import type { ReadOnly } from './readOnly'
import { userLimits } from './settings'

/** The worker that makes single runs again is kept so long. */
const IDLE_MS = 30_000

type Asked = Extract<FromFigure, { type: 'openRun' | 'insertRun' }>

/** What serving the runs of sweeps needs. */
export interface SweepRunParts extends FileReaders {
  readonly figures: FigureChannel
  readonly readOnly: ReadOnly
  readonly spawn: Spawn
}

/** Makes runs of sweeps again where a figure asks for one, and writes them as cells of their own. */
export function serveSweepRuns(parts: SweepRunParts): vscode.Disposable {
  const client = new RunClient(parts.spawn, IDLE_MS)
  const end = new AbortController()
  return vscode.Disposable.from(
    client,
    new vscode.Disposable(() => end.abort()),
    parts.figures.onMessage(({ editor, message }) => {
      if (message.type === 'insertRun') void insert(message, editor, parts.readOnly)
      if (message.type === 'openRun') void open(message, editor, parts, client, end.signal)
    })
  )
}

/** Makes the run again, unless the cell says something else by now. */
async function open(
  { cell: id, run, digest }: Asked,
  editor: vscode.NotebookEditor,
  parts: SweepRunParts,
  client: RunClient,
  signal: AbortSignal
): Promise<void> {
  try {
    const limits = userLimits()
    const filesOf = (experiment: Experiment) =>
      readFiles(fileNames([experiment]), { notebook: editor.notebook, limits, signal }, parts)
    const { experiment, files } = await known(sweepIn(editor, id)?.sweep, run, digest, filesOf)
    const record = await client.run({ experiment, files, limits, signal, onProgress: () => {} })
    parts.figures.post({ type: 'opened', cell: id, run, record: encodeRecord(record) }, editor)
  } catch (error) {
    const why = messageOf(error)
    parts.figures.post({ type: 'notOpened', cell: id, run, why }, editor)
  }
}

/** The run's experiment with its files; rejects where it has another digest now. */
async function known(
  sweep: SweepCell | undefined,
  run: number,
  digest: string,
  filesOf: (experiment: Experiment) => Promise<Files>
): Promise<{ readonly experiment: Experiment; readonly files: Files }> {
  if (sweep !== undefined && run < sweep.expansion.count) {
    const { experiment } = sweep.expansion.run(run)
    const files = await filesOf(experiment)
    if (runDigest(experiment, fileDigests(files)) === digest) return { experiment, files }
  }
  throw new Error(
    vscode.l10n.t('The cell has changed since it ran, so this run cannot be made again. Run the cell first.')
  )
}

/** Writes the run as a cell below the sweep's, and shows it. */
async function insert({ cell: id, run }: Asked, editor: vscode.NotebookEditor, readOnly: ReadOnly): Promise<void> {
  const found = sweepIn(editor, id)
  if (found === null || run >= found.sweep.expansion.count) return
  const { cell, sweep } = found
  if (await readOnly.refuses(cell)) return
  const text = runText(sweep.name, sweep.expansion, run).trimEnd()
  const data = newCell(text, idsOf(cell.notebook))
  const edit = new vscode.WorkspaceEdit()
  edit.set(cell.notebook.uri, [vscode.NotebookEdit.insertCells(cell.index + 1, [data])])
  if (await vscode.workspace.applyEdit(edit))
    editor.revealRange(new vscode.NotebookRange(cell.index + 1, cell.index + 2))
}

/** The sweep cell with that id. */
function sweepIn(
  { notebook }: vscode.NotebookEditor,
  id: string
): { readonly cell: vscode.NotebookCell; readonly sweep: SweepCell } | null {
  const cell = notebook.getCells().find(one => cellId(one.metadata) === id)
  const result = cell && readCell(cell.document)
  return cell && result?.ok && result.cell.kind === 'sweep' ? { cell, sweep: result.cell } : null
}
