import type { ActivationFunction } from 'vscode-notebook-renderer'
import { parseChoice, parseToFigure, type Choice, type FromFigure } from '../../src/figure'
import type { RunRecord } from '../../src/record'
import { Figure } from './view/figure'
import { LiveRecords } from './view/liveRecords'

interface Shown {
  readonly id: string
  readonly cell: string | null
  readonly stream: string | null
  readonly figure: Figure
}

/** What is kept of a notebook's choices where the extension cannot be asked. */
interface State {
  readonly choices: Readonly<Record<string, Choice>>
}

/** The notebook renderer of run records. */
export const activate: ActivationFunction<State> = context => {
  const shown = new Map<HTMLElement, Shown>()
  const post = context.postMessage ? (message: FromFigure) => context.postMessage!(message) : null
  const live = new LiveRecords()
  const choices = new Map(Object.entries(context.getState()?.choices ?? {}))

  const keep = (cell: string, choice: Choice) => {
    choices.set(cell, choice)
    context.setState({ choices: Object.fromEntries(choices) })
    post?.({ type: 'choose', cell, choice })
  }

  const figureIn = (element: HTMLElement, cell: string | null, saved: Choice | null): Figure => {
    const figure = new Figure(element, { post, onChoice: choice => cell !== null && keep(cell, choice) })
    figure.setChoice((cell !== null ? choices.get(cell) : null) ?? saved)
    if (cell !== null) post?.({ type: 'ask', cell })
    return figure
  }

  const drop = (element: HTMLElement) => {
    shown.get(element)?.figure.dispose()
    shown.delete(element)
    forgetOthers()
  }

  /** Two outputs may show one run, and a cell that is run again shows another in the same element. */
  const forgetOthers = () => live.keepOnly(new Set([...shown.values()].map(({ stream }) => stream)))

  const chosen = (cell: string, choice: Choice | null) => {
    if (choice) choices.set(cell, choice)
    else choices.delete(cell)
    for (const each of shown.values()) if (each.cell === cell) each.figure.setChoice(choice)
  }

  const show = (stream: string, record: RunRecord) => {
    for (const each of shown.values()) if (each.stream === stream) void each.figure.show(() => record)
    // The next piece comes when the page has got to draw: a hidden page asks for none.
    requestAnimationFrame(() => post?.({ type: 'drawn', stream, columns: record.columns }))
  }

  const grow = (stream: string, piece: unknown) => {
    const grown = live.piece(stream, piece)
    if (grown === null) return
    if ('record' in grown) show(stream, grown.record)
    else post?.({ type: 'missing', stream, ...grown.missing })
  }

  context.onDidReceiveMessage?.((value: unknown) => {
    const message = parseToFigure(value)
    if (message?.type === 'chosen') chosen(message.cell, message.choice)
    else if (message) grow(message.stream, message.piece)
  })

  return {
    renderOutputItem(item, element) {
      const { cell, choice, stream } = metadataOf(item.metadata)
      const known = shown.get(element)
      if (known && (known.cell !== cell || !known.figure.isIn(element))) drop(element)
      const figure = shown.get(element)?.figure ?? figureIn(element, cell, choice)
      // A replaced output has another id but the same element, and the old id may be disposed of after that.
      shown.set(element, { id: item.id, cell, stream, figure })
      forgetOthers()
      if (stream === null) return figure.show(() => item.json())
      const output = live.whole(stream, item.json())
      // A run goes on while its first picture is made: what came meanwhile found no figure.
      post?.({ type: 'missing', stream, ...live.progress(stream)! })
      return figure.show(() => output)
    },

    disposeOutputItem(id) {
      for (const [element, entry] of [...shown]) if (id === undefined || entry.id === id) drop(element)
    }
  }
}

interface Metadata {
  readonly cell: string | null
  readonly choice: Choice | null
  readonly stream: string | null
}

/** The cell that an output belongs to, what was chosen for it when the output was made, and the stream that it grows by. */
function metadataOf(value: unknown): Metadata {
  const { cell, choice, stream } = (value ?? {}) as { readonly [key: string]: unknown }
  const text = (name: unknown) => (typeof name === 'string' ? name : null)
  return { cell: text(cell), choice: parseChoice(choice), stream: text(stream) }
}
