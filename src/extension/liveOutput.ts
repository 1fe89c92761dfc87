import * as vscode from 'vscode'
import { EncodeCache, type RunRecord } from '../record'
import { figureMetadata, recordItems } from './outputs'

/** The least time between two pictures, and how much longer than it took to show a picture must stand. */
const LEAST_INTERVAL_MS = 50
const REST_FACTOR = 3

/**
 * Shows a run's record in its cell as it grows. Each picture waits for the one before (the editor's back-pressure), the
 * newest wins, and pictures take a quarter of the editor's time at most, so that a Stop button answers at once.
 */
export class LiveOutput {
  private readonly output: vscode.NotebookCellOutput
  private readonly cache = new EncodeCache()
  private newest: (() => RunRecord) | null = null
  private timer: ReturnType<typeof setTimeout> | null = null
  private busy = false
  private placed = false
  private ended = false

  constructor(private readonly execution: vscode.NotebookCellExecution) {
    this.output = new vscode.NotebookCellOutput([], { ...figureMetadata(execution.cell.metadata) })
  }

  /** Shows `record()` as soon as the last picture has stood long enough. */
  update(record: () => RunRecord): void {
    this.newest = record
    if (!this.busy && !this.ended) this.show()
  }

  /** Shows the last record; resolves when it stands. The editor keeps the order, so it does not wait for the one before. */
  end(record: RunRecord): Promise<void> {
    this.halt()
    return this.replace(record)
  }

  /** Shows nothing new from now on. */
  halt(): void {
    this.ended = true
    if (this.timer) clearTimeout(this.timer)
  }

  private show(): void {
    const record = this.newest!
    this.newest = null
    this.busy = true
    const start = Date.now()
    const shown = this.replace(record())
    const rest = () => this.rest(Math.max(LEAST_INTERVAL_MS, REST_FACTOR * (Date.now() - start)))
    // A picture that cannot be shown (the cell is gone) is no reason to stop: the run's own end will tell.
    shown.then(rest, rest)
  }

  private rest(milliseconds: number): void {
    if (this.ended) return
    this.timer = setTimeout(() => {
      this.busy = false
      if (this.newest && !this.ended) this.show()
    }, milliseconds)
  }

  private async replace(record: RunRecord): Promise<void> {
    const items = recordItems(record, this.cache)
    if (this.placed) return void (await this.execution.replaceOutputItems(items, this.output))
    this.placed = true
    this.output.items = items
    await this.execution.replaceOutput(this.output)
  }
}
