import type * as vscode from 'vscode'
import { encodeSweepPiece, type SweepRecord } from '../record'
import { FigureAnswer } from './figureAnswer'
import type { FigureChannel, FigureMessage } from './figureChannel'

/**
 * Sends the runs of a sweep that came back to the figures that show it, each once. A figure answers when it has drawn; until then nothing
 * more is sent. A figure that was not there asks for what it lacks.
 */
export class SweepStream implements vscode.Disposable {
  private readonly listening: vscode.Disposable
  private readonly answer = new FigureAnswer()
  /** places of runs that figures have */
  private readonly sent = new Set<number>()

  constructor(
    private readonly channel: FigureChannel,
    readonly name: string,
    private record: SweepRecord
  ) {
    this.listening = channel.onMessage(message => this.receive(message))
  }

  shown(record: SweepRecord): void {
    this.record = record
    for (const index of ended(record)) this.sent.add(index)
  }

  async send(record: SweepRecord): Promise<void> {
    this.record = record
    const fresh = ended(record).filter(index => !this.sent.has(index))
    if (fresh.length === 0) return
    await this.answer.to(() => this.post(fresh))
    for (const index of fresh) this.sent.add(index)
  }

  release(): void {
    this.answer.come()
  }

  dispose(): void {
    this.listening.dispose()
    this.release()
  }

  private receive({ editor, message }: FigureMessage): void {
    if (message.type === 'missing' && message.stream === this.name) this.post(ended(this.record), editor)
    else if (message.type === 'drawn' && message.stream === this.name && message.columns === ended(this.record).length)
      this.answer.come()
  }

  private post(indices: readonly number[], editor?: vscode.NotebookEditor): void {
    const piece = encodeSweepPiece(this.record, indices)
    this.channel.post({ type: 'piece', stream: this.name, piece }, editor)
  }
}

/** The places of the runs that are not missing. */
const ended = ({ runs }: SweepRecord): number[] => runs.flatMap(({ state }, i) => (state === 'missing' ? [] : [i]))
