import * as vscode from 'vscode'
import type { RunRecord } from '../record'
import type { PoolProgress, Progress } from '../worker'

/** How a cell stands that is under way. */
export type Live = LiveRun | LiveSweep

/** The same of many runs. */
export interface LiveSweep extends PoolProgress {
  readonly kind: 'sweep'
}

/** How a run that is under way stands. */
export interface LiveRun {
  readonly kind: 'run'
  readonly progress: Progress
  readonly epoch: number
  readonly epochs: number
  /** seconds left, null until the first steps tell */
  readonly secondsLeft: number | null
}

/** The runs under way, by cell. Tells when one has moved on, a few times a second each at most. */
export class LiveRuns implements vscode.Disposable {
  private readonly runs = new Map<vscode.NotebookCell, Live & { readonly toldAt: number }>()
  private readonly changed = new vscode.EventEmitter<void>()
  readonly onChange = this.changed.event

  get(cell: vscode.NotebookCell): Live | undefined {
    return this.runs.get(cell)
  }

  update(cell: vscode.NotebookCell, progress: Progress, soFar: () => RunRecord, startedAt: number): void {
    const now = Date.now()
    if (now - (this.runs.get(cell)?.toldAt ?? 0) < TELL_EVERY_MS) return
    const record = soFar()
    const elapsed = (now - startedAt) / 1000
    const secondsLeft = progress.step > 0 ? (elapsed * (progress.steps - progress.step)) / progress.step : null
    const epoch = Math.max(0, record.columns - 1)
    this.runs.set(cell, { kind: 'run', progress, epoch, epochs: record.epochs, secondsLeft, toldAt: now })
    this.changed.fire()
  }

  updateSweep(cell: vscode.NotebookCell, progress: PoolProgress): void {
    const now = Date.now()
    if (now - (this.runs.get(cell)?.toldAt ?? 0) < TELL_EVERY_MS) return
    this.runs.set(cell, { kind: 'sweep', ...progress, toldAt: now })
    this.changed.fire()
  }

  end(cell: vscode.NotebookCell): void {
    if (this.runs.delete(cell)) this.changed.fire()
  }

  dispose(): void {
    this.changed.dispose()
  }
}

const TELL_EVERY_MS = 400
