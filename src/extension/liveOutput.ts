import * as vscode from 'vscode'
import type { RunRecord } from '../record'
import { recordItems } from './outputs'

/** The least time between two pictures, and how much longer than its making a picture must stand. */
const LEAST_INTERVAL_MS = 50
const REST_FACTOR = 4

/**
 * Shows a run's record in its cell as it grows. Each picture waits for the one before (the editor's back-pressure), the
 * newest wins, and making pictures takes a fifth of the host's time at most.
 */
export class LiveOutput {
  private readonly output = new vscode.NotebookCellOutput([])
  private newest: (() => RunRecord) | null = null
  private showing: Promise<void> | null = null
  private placed = false
  private ended = false

  constructor(private readonly execution: vscode.NotebookCellExecution) {}

  /** Shows `record()` as soon as the last picture has stood long enough. */
  update(record: () => RunRecord): void {
    this.newest = record
    this.showing ??= this.show()
  }

  /** Shows the last record and waits until it stands. */
  async end(record: RunRecord): Promise<void> {
    await this.halt()
    await this.replace(record)
  }

  /** Shows nothing new from now on; resolves when the picture that is being made stands. */
  async halt(): Promise<void> {
    this.ended = true
    await this.showing
  }

  private async show(): Promise<void> {
    while (this.newest && !this.ended) {
      const record = this.newest
      this.newest = null
      const start = Date.now()
      await this.replace(record())
      if (!this.ended) await rest(Math.max(LEAST_INTERVAL_MS, REST_FACTOR * (Date.now() - start)))
    }
    this.showing = null
  }

  private async replace(record: RunRecord): Promise<void> {
    const items = recordItems(record)
    if (this.placed) return void (await this.execution.replaceOutputItems(items, this.output))
    this.placed = true
    this.output.items = items
    await this.execution.replaceOutput(this.output)
  }
}

const rest = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))
