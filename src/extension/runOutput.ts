import * as vscode from 'vscode'
import type { LiveRecords } from './liveRecords'
import { isThere } from './isThere'
import type { OutputForm, RecordStream } from './outputForm'
import { PlacedOutput } from './placedOutput'

/** An output that does not stand, though it was placed, is placed again after this time at the earliest. */
const AGAIN_MS = 1000

/**
 * How old the whole record in the notebook may become. Nothing that is saved depends on it (see `LiveRecords`), but VS Code makes its
 * backups only after a notebook has changed: 1 s after, or 10 s where the editor is not on this machine, so it must be longer than that.
 */
const WHOLE_EVERY_MS = 15_000
/** What showing a whole record took, it takes at most this share of the time. */
const MOST_SHARE = 1 / 20

/** The output of a run, or of many: puts the record into the cell, and again whenever it is no longer there, and has figures grow in between. */
export class RunOutput<Shown> {
  private readonly name: string
  private readonly streams: RecordStream<Shown>[] = []
  private output: PlacedOutput | null = null
  private newest: (() => Shown) | null = null
  private placedAt = 0
  private interval = WHOLE_EVERY_MS

  constructor(
    private readonly execution: vscode.NotebookCellExecution,
    private readonly records: LiveRecords,
    private readonly form: OutputForm<Shown>
  ) {
    this.name = `${execution.cell.document.uri.toString()}#${execution.executionOrder}@${Date.now()}`
  }

  /** `record()` is what is saved from now on, whether or not it is ever shown. */
  keep(record: () => Shown): void {
    this.newest = record
  }

  /** Shows a record: what it gained, or the whole of it where there is no output of ours or the one there is old. */
  async show(record: Shown): Promise<void> {
    if (this.isDue) await this.showWhole(record)
    else await this.stream!.send(record)
  }

  /** Shows the whole record; resolves when it stands in the cell, if the cell is still there. */
  async showLast(record: Shown): Promise<void> {
    this.keep(() => record)
    await this.showWhole(record)
    if (isThere(this.execution.cell) && !this.output!.stands) await this.place(record)
  }

  /** Waits for no figure any more. */
  release(): void {
    this.stream?.release()
  }

  /**
   * Forgets the run: the notebook holds its record. A cell that was deleted may come back by undo, with the output it had then; so
   * its record is kept, for figures and for saving, until the notebook is closed.
   */
  dispose(): void {
    const { cell } = this.execution
    this.output?.dispose()
    if (isThere(cell) || cell.notebook.isClosed) return this.forget()
    const listening = vscode.workspace.onDidCloseNotebookDocument(notebook => {
      if (notebook !== cell.notebook) return
      listening.dispose()
      this.forget()
    })
  }

  private get stream(): RecordStream<Shown> | undefined {
    return this.streams.at(-1)
  }

  private get isDue(): boolean {
    if (this.output === null) return true
    const age = Date.now() - this.placedAt
    return age >= this.interval || (age >= AGAIN_MS && !this.output.stands)
  }

  private async showWhole(record: Shown): Promise<void> {
    if (!isThere(this.execution.cell)) return this.stream?.shown(record)
    const start = (this.placedAt = Date.now())
    if (!this.output?.stands) return this.place(record)
    await this.output.replaceItems(this.form.items(record))
    this.stream!.shown(record)
    this.interval = Math.max(WHOLE_EVERY_MS, (Date.now() - start) / MOST_SHARE)
  }

  /** A new output has a stream of its own: what took the old one's place may still bear its name. */
  private async place(record: Shown): Promise<void> {
    const stream = this.form.stream(`${this.name}.${this.streams.length}`, record)
    this.stream?.release()
    this.streams.push(stream)
    this.records.add(stream.name, () => this.form.encode(this.newest?.() ?? record))
    this.output?.dispose()
    this.output = new PlacedOutput(this.execution, stream.name, this.form.items(record))
    await this.output.place()
    stream.shown(record)
  }

  private forget(): void {
    for (const stream of this.streams) {
      stream.dispose()
      this.records.remove(stream.name)
    }
  }
}
