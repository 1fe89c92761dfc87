import type * as vscode from 'vscode'
import { encodePiece, type RunRecord } from '../record'
import type { FigureChannel, FigureMessage } from './figureChannel'

/** A figure that has not answered after this time is not in view. */
const PATIENCE_MS = 500

/**
 * Sends what a growing record gained to the figures that show it. A figure answers when it has drawn; until then nothing more is
 * sent, so that pieces never queue. Everything is sent once: a figure that was not there asks for what it lacks.
 */
export class LiveStream implements vscode.Disposable {
  private readonly listening: vscode.Disposable
  private record: RunRecord | null = null
  private columns = 0
  private frames = 0
  private answered: () => void = () => {}

  /** `name`: what the output's metadata say, different for every run. */
  constructor(
    private readonly channel: FigureChannel,
    readonly name: string
  ) {
    this.listening = channel.onMessage(message => this.receive(message))
  }

  /** Whatever figures there are have got this record. */
  shown({ columns, frames }: RunRecord): void {
    this.columns = columns
    this.frames = frames.length
  }

  /** Sends what is new; resolves when a figure has drawn it, or when none is in view. */
  async send(record: RunRecord): Promise<void> {
    this.record = record
    const drawn = new Promise<void>(resolve => (this.answered = resolve))
    this.post(this.columns, this.frames)
    let timer: ReturnType<typeof setTimeout> | undefined
    const given = new Promise<void>(resolve => (timer = setTimeout(resolve, PATIENCE_MS)))
    await Promise.race([drawn, given])
    clearTimeout(timer)
    this.shown(record)
  }

  dispose(): void {
    this.listening.dispose()
    this.answered()
  }

  private receive({ editor, message }: FigureMessage): void {
    if (message.type === 'missing' && message.stream === this.name) this.post(message.columns, message.frames, editor)
    else if (message.type === 'drawn' && message.stream === this.name && message.columns === this.record?.columns)
      this.answered()
  }

  /** What a figure that has so many columns and frames lacks. */
  private post(columns: number, frames: number, editor?: vscode.NotebookEditor): void {
    if (this.record === null || columns > this.record.columns) return
    this.channel.post({ type: 'piece', stream: this.name, piece: encodePiece(this.record, columns, frames) }, editor)
  }
}
