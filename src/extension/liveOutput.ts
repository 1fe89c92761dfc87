import * as vscode from 'vscode'
import { EncodeCache, type RunRecord } from '../record'
import type { FigureChannel } from './figureChannel'
import { LiveStream } from './liveStream'
import { figureMetadata, recordItems } from './outputs'

/** The least time from one picture to the next, and how much longer than it took to show a picture must stand. */
const LEAST_INTERVAL_MS = 80
const REST_FACTOR = 1

/**
 * How old the whole record in the notebook may become: VS Code's own backup of unsaved files holds it, and what is saved without
 * asking us, as a notebook is that has no file yet.
 */
const WHOLE_EVERY_MS = 10_000
const UNTITLED_WHOLE_EVERY_MS = 3000

/**
 * Shows a run's record in its cell as it grows. Figures get pieces of it as messages; the output itself, which is what is saved, is
 * replaced by the whole record from time to time, before the notebook is saved and at the end. Each picture waits for the one before (a figure's
 * answer, the editor's back-pressure), the newest wins, and showing takes half of the editor's time at most, so that a Stop button
 * answers at once.
 */
export class LiveOutput {
  private readonly output: vscode.NotebookCellOutput
  private readonly stream: LiveStream
  private readonly cache = new EncodeCache()
  private readonly saving: vscode.Disposable
  private latest: (() => RunRecord) | null = null
  private waiting = false
  private timer: ReturnType<typeof setTimeout> | null = null
  private placed = 0
  private busy = false
  private ended = false

  constructor(
    private readonly execution: vscode.NotebookCellExecution,
    channel: FigureChannel
  ) {
    const { cell } = execution
    this.stream = new LiveStream(channel, `${cell.document.uri.toString()}#${execution.executionOrder}@${Date.now()}`)
    this.output = new vscode.NotebookCellOutput([], { ...figureMetadata(cell.metadata), stream: this.stream.name })
    this.saving = vscode.workspace.onWillSaveNotebookDocument(event => {
      if (event.notebook === cell.notebook && this.latest) event.waitUntil(this.replace(this.latest()))
    })
  }

  /** Shows `record()` as soon as the last picture has stood long enough; what stood before the run stays until there is an epoch. */
  update(record: () => RunRecord): void {
    if (this.placed === 0 && record().columns === 0) return
    this.latest = record
    this.waiting = true
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
    this.stream.dispose()
    this.saving.dispose()
  }

  private show(): void {
    const record = this.latest!()
    this.waiting = false
    this.busy = true
    const start = Date.now()
    const shown = start - this.placed >= this.wholeEvery ? this.replace(record) : this.stream.send(record)
    const rest = () => {
      const took = Date.now() - start
      this.rest(Math.max(LEAST_INTERVAL_MS - took, REST_FACTOR * took))
    }
    // A picture that cannot be shown (the cell is gone) is no reason to stop: the run's own end will tell.
    shown.then(rest, rest)
  }

  private get wholeEvery(): number {
    return this.execution.cell.notebook.isUntitled ? UNTITLED_WHOLE_EVERY_MS : WHOLE_EVERY_MS
  }

  private rest(milliseconds: number): void {
    if (this.ended) return
    this.timer = setTimeout(() => {
      this.busy = false
      if (this.waiting && !this.ended) this.show()
    }, milliseconds)
  }

  private async replace(record: RunRecord): Promise<void> {
    const first = this.placed === 0
    this.placed = Date.now()
    const items = recordItems(record, this.cache)
    if (first) {
      this.output.items = items
      await this.execution.replaceOutput(this.output)
    } else await this.execution.replaceOutputItems(items, this.output)
    this.stream.shown(record)
  }
}
