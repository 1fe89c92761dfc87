import * as vscode from 'vscode'
import { dataName, fileNames, filesOfCell, type Experiment, type Files } from '../experiment'
import type { SweepRecord } from '../record'
import { runSweep, type SweepCell } from '../sweep'
import { visibleLine } from '../text'
import { isSame, rerunner, verdictText, verifyAnyCell, type Rerun, type Verdict } from '../verify'
import { RunClient, RunFailed, RunPool, StoppedEarly, type Spawn } from '../worker'
import { readFiles, type Asking, type FileReaders } from './cellFiles'
import { NOTEBOOK_TYPE } from './ids'
import { outputToFile } from './outputs'
import { readCell, readFirst } from './problems'
import { cellNamed } from './runCompare'
import { sweepWorkers, userLimits } from './settings'

/** What verification needs of the extension. */
export interface VerificationParts extends FileReaders {
  readonly spawn: Spawn
  readonly cores: number
}

type Progress = vscode.Progress<{ readonly message?: string; readonly increment?: number }>

/** Runs the cells of a notebook anew, beside it, and says whether their outputs are the same; remembers it for their status bars. */
export class Verification implements vscode.Disposable {
  private readonly verdicts = new WeakMap<vscode.NotebookCellOutput, Verdict>()
  private readonly changed = new vscode.EventEmitter<void>()
  readonly onChange = this.changed.event

  constructor(private readonly parts: VerificationParts) {}

  /** What was found out about the output that a cell shows; null where nothing was. */
  of(cell: vscode.NotebookCell): Verdict | null {
    const [output] = cell.outputs
    return (output && this.verdicts.get(output)) ?? null
  }

  /** Verifies the notebook in front; tells the result, and gives it. */
  async verify(): Promise<readonly Verdict[] | null> {
    const notebook = vscode.window.activeNotebookEditor?.notebook
    if (notebook?.notebookType !== NOTEBOOK_TYPE) return null
    const title = vscode.l10n.t('Verifying outputs')
    const location = vscode.ProgressLocation.Notification
    const verdicts = await vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) =>
      this.cells(notebook, progress, token)
    )
    if (verdicts !== null) tell(experimentsOf(notebook), verdicts)
    return verdicts
  }

  dispose(): void {
    this.changed.dispose()
  }

  /** Null when a person stopped it. */
  private async cells(
    notebook: vscode.NotebookDocument,
    progress: Progress,
    token: vscode.CancellationToken
  ): Promise<Verdict[] | null> {
    const stop = new AbortController()
    const listening = token.onCancellationRequested(() => stop.abort())
    const client = new RunClient(this.parts.spawn)
    const cells = experimentsOf(notebook)
    const verdicts: Verdict[] = []
    try {
      for (const cell of cells) {
        progress.report({ message: nameOf(cell), increment: 100 / cells.length })
        verdicts.push(await this.cell(cell, client, stop.signal))
      }
      return verdicts
    } catch (error) {
      if (error instanceof StoppedEarly) return null
      throw error
    } finally {
      listening.dispose()
      client.dispose()
      this.changed.fire()
    }
  }

  private async cell(cell: vscode.NotebookCell, client: RunClient, signal: AbortSignal): Promise<Verdict> {
    const limits = userLimits()
    const asking = { notebook: cell.notebook, limits, signal }
    const filesOf = (experiment: Experiment) => filesFor(experiment, asking, this.parts)
    const rerun = rerunner({ client, signal, limits, filesOf, onProgress: () => {} })
    const [output] = cell.outputs
    const verdict = await this.verdictOn(cell, rerun, signal)
    if (output) this.verdicts.set(output, verdict)
    return verdict
  }

  private verdictOn(cell: vscode.NotebookCell, rerun: Rerun, signal: AbortSignal): Promise<Verdict> {
    const result = readCell(cell.document)
    const outputs = cell.outputs.map(outputToFile)
    const rerunSweep = (sweep: SweepCell) => this.runAll(sweep, cell.notebook, signal)
    const cellOf = (name: string) => cellNamed(name, cell.notebook)
    return verifyAnyCell({ text: cell.document.getText(), result, outputs }, { rerun, rerunSweep, cellOf })
  }

  /** All runs of a cell anew. */
  private async runAll(
    cell: SweepCell,
    notebook: vscode.NotebookDocument,
    signal: AbortSignal
  ): Promise<SweepRecord | null> {
    const limits = userLimits()
    const files = await readFiles(filesOfCell(cell), { notebook, limits, signal }, this.parts)
    const pool = new RunPool(this.parts.spawn, () => sweepWorkers(this.parts.cores))
    try {
      return await runSweep({ cell, files, limits, signal, before: null }, pool)
    } finally {
      pool.dispose()
    }
  }
}

const experimentsOf = (notebook: vscode.NotebookDocument): vscode.NotebookCell[] =>
  notebook.getCells().filter(({ kind }) => kind === vscode.NotebookCellKind.Code)

/** A file that cannot be read fails its cell, not the whole verification. */
async function filesFor(experiment: Experiment, asking: Asking, parts: FileReaders): Promise<Files> {
  try {
    return await readFiles(fileNames([experiment]), asking, parts)
  } catch (error) {
    if (error instanceof StoppedEarly || !(error instanceof Error)) throw error
    throw new RunFailed(error.message, null)
  }
}

/** "cell 2, deeper" */
function nameOf(cell: vscode.NotebookCell): string {
  const parsed = readFirst(cell.document)
  const place = vscode.l10n.t('cell {0}', cell.index + 1)
  if (!parsed.ok) return place
  const { name, dataset } = parsed.experiment
  return visibleLine(`${place}, ${name ?? dataName(dataset)}`)
}

function tell(cells: readonly vscode.NotebookCell[], verdicts: readonly Verdict[]): void {
  const same = verdicts.filter(isSame).length
  if (same === verdicts.length)
    return void vscode.window.showInformationMessage(
      vscode.l10n.t('All outputs are what their cells give, bit for bit: {0} verified.', same)
    )
  const few =
    verdicts.length === 1
      ? vscode.l10n.t('The output is not what its cell gives.')
      : vscode.l10n.t('{0} of {1} outputs are what their cells give.', same, verdicts.length)
  const lines = verdicts.map((verdict, i) => visibleLine(`${nameOf(cells[i]!)}: ${verdictText(verdict)}`))
  void offer(few, lines.join('\n'))
}

async function offer(message: string, details: string): Promise<void> {
  const show = vscode.l10n.t('Show Each Cell')
  if ((await vscode.window.showWarningMessage(message, show)) !== show) return
  const document = await vscode.workspace.openTextDocument({ content: `${details}\n` })
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true })
}
