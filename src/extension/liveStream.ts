import type * as vscode from 'vscode'
import { encodePiece, extrasOf, type Extras, type RunRecord } from '../record'
import { FigureAnswer } from './figureAnswer'
import type { FigureChannel, FigureMessage } from './figureChannel'

/**
 * Sends what a growing record gained to the figures that show it. A figure answers when it has drawn; until then nothing more is
 * sent, so that pieces never queue. Everything is sent once: a figure that was not there asks for what it lacks.
 */
export class LiveStream implements vscode.Disposable {
  private readonly listening: vscode.Disposable
  private columns = 0
  private frames = 0
  private extras: Extras | undefined
  private readonly answer = new FigureAnswer()

  /** `name`: what the output's metadata say, different for every output of every run. `record`: what its figures can have. */
  constructor(
    private readonly channel: FigureChannel,
    readonly name: string,
    private record: RunRecord
  ) {
    this.listening = channel.onMessage(message => this.receive(message))
  }

  /** Whatever figures there are have got this record. */
  shown(record: RunRecord): void {
    this.record = record
    this.sent(record)
  }

  /** Sends what is new; resolves when a figure has drawn it, or when none is in view. */
  async send(record: RunRecord): Promise<void> {
    this.record = record
    await this.answer.to(() => this.post(this.columns, this.frames, this.extras))
    this.sent(record)
  }

  /** Waits for no figure any more. */
  release(): void {
    this.answer.come()
  }

  dispose(): void {
    this.listening.dispose()
    this.release()
  }

  private sent(record: RunRecord): void {
    this.columns = record.columns
    this.frames = record.frames.length
    this.extras = extrasOf(record)
  }

  private receive({ editor, message }: FigureMessage): void {
    if (message.type === 'missing' && message.stream === this.name)
      this.post(message.columns, message.frames, undefined, editor)
    else if (message.type === 'drawn' && message.stream === this.name && message.columns === this.record.columns)
      this.answer.come()
  }

  /** What a figure that has so many columns and frames lacks, and all beside these that it may not know. */
  private post(columns: number, frames: number, known?: Extras, editor?: vscode.NotebookEditor): void {
    if (columns > this.record.columns) return
    const piece = encodePiece(this.record, columns, frames, known)
    this.channel.post({ type: 'piece', stream: this.name, piece }, editor)
  }
}
