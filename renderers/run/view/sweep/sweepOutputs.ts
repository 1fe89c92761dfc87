import type { OutputItem } from 'vscode-notebook-renderer'
import { parseToFigure } from '../../../../src/figure'
import { parseSweep, RecordError, withSweepPiece, type SweepRecord } from '../../../../src/record'
import { outputMetadata, type OutputMetadata } from '../outputMetadata'
import type { Post } from '../post'
import { SweepFigure } from './sweepFigure'

interface SweepOutput extends OutputMetadata {
  readonly id: string
  readonly figure: SweepFigure
}

/** The figures of sweeps in a notebook's outputs: they come and go with these, and grow as runs come back. */
export class SweepOutputs {
  private readonly figures = new Map<HTMLElement, SweepOutput>()

  constructor(private readonly post: Post | null) {}

  /** Shows an output in `element`, in the figure that is there already if it is the same cell's. */
  render(item: OutputItem, element: HTMLElement): void {
    const metadata = outputMetadata(item.metadata)
    const known = this.figures.get(element)
    if (known && (known.cell !== metadata.cell || !known.figure.isIn(element))) this.drop(element)
    const before = this.figures.get(element)
    const figure = before?.figure ?? new SweepFigure(element, metadata.cell, this.post)
    this.figures.set(element, { ...metadata, id: item.id, figure })
    const { stream } = metadata
    const json: unknown = item.json()
    if (stream !== null && before?.stream === stream && figure.shown) this.take(figure, json)
    else figure.show(json)
    // Runs come back while the first picture is made: what came meanwhile found no figure.
    if (stream !== null) this.post?.({ type: 'missing', stream, columns: 0, frames: 0 })
  }

  /** The output with this id is gone, or all of them. */
  dispose(id: string | undefined): void {
    for (const [element, output] of [...this.figures]) if (id === undefined || output.id === id) this.drop(element)
  }

  /** A message of the extension. */
  receive(value: unknown): void {
    const message = parseToFigure(value)
    if (message?.type === 'piece') this.grow(message.stream, message.piece)
    for (const { cell, figure } of this.figures.values()) {
      if (message?.type === 'opened' && cell === message.cell) figure.showRun(message.run, message.record)
      if (message?.type === 'notOpened' && cell === message.cell) figure.failRun(message.run, message.why)
    }
  }

  /** A whole record of a sweep under way may be older than what pieces told. */
  private take(figure: SweepFigure, json: unknown): void {
    try {
      figure.update(newest(parseSweep(json), figure.shown!))
    } catch {
      figure.show(json)
    }
  }

  private grow(stream: string, piece: unknown): void {
    const grown = [...this.figures.values()].filter(output => output.stream === stream && output.figure.shown)
    for (const { figure } of grown) {
      try {
        figure.update(withSweepPiece(figure.shown!, piece))
      } catch (error) {
        if (!(error instanceof RecordError)) throw error
      }
    }
    const [first] = grown
    if (!first) return
    const columns = first.figure.shown!.runs.filter(({ state }) => state !== 'missing').length
    // The next piece comes when the page has got to draw: a hidden page asks for none.
    requestAnimationFrame(() => this.post?.({ type: 'drawn', stream, columns }))
  }

  private drop(element: HTMLElement): void {
    this.figures.get(element)?.figure.dispose()
    this.figures.delete(element)
  }
}

/** `incoming` with what is known of runs that are missing in it. */
function newest(incoming: SweepRecord, known: SweepRecord): SweepRecord {
  const runs = incoming.runs.map((run, i) => {
    const before = known.runs[i]
    return run.state === 'missing' && before?.digest === run.digest ? before : run
  })
  return { ...incoming, runs }
}
