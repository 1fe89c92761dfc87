import * as vscode from 'vscode'
import type { RunRecord } from '../record'
import type { Progress } from '../worker'

/** How a run that is under way stands. */
export interface LiveRun {
  readonly progress: Progress
  readonly epoch: number
  readonly epochs: number
  /** seconds left, null until the first steps tell */
  readonly secondsLeft: number | null
}

/** The runs under way, by cell. Tells when one has moved on, at most a few times a second. */
export class LiveRuns implements vscode.Disposable {
  private readonly runs = new Map<vscode.NotebookCell, LiveRun>()
  private readonly changed = new vscode.EventEmitter<void>()
  readonly onChange = this.changed.event
  private lastTold = 0

  get(cell: vscode.NotebookCell): LiveRun | undefined {
    return this.runs.get(cell)
  }

  update(cell: vscode.NotebookCell, progress: Progress, soFar: () => RunRecord, startedAt: number): void {
    if (this.runs.has(cell) && Date.now() - this.lastTold < TELL_EVERY_MS) return
    const record = soFar()
    const elapsed = (Date.now() - startedAt) / 1000
    const secondsLeft = progress.step > 0 ? (elapsed * (progress.steps - progress.step)) / progress.step : null
    this.runs.set(cell, { progress, epoch: Math.max(0, record.columns - 1), epochs: record.epochs, secondsLeft })
    this.tell()
  }

  end(cell: vscode.NotebookCell): void {
    if (this.runs.delete(cell)) this.tell()
  }

  dispose(): void {
    this.changed.dispose()
  }

  private tell(): void {
    this.lastTold = Date.now()
    this.changed.fire()
  }
}

const TELL_EVERY_MS = 400
