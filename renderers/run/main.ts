import type { ActivationFunction } from 'vscode-notebook-renderer'
import { parseChoice, parseToFigure, type Choice, type FromFigure } from '../../src/figure'
import { Figure } from './figure'

interface Shown {
  readonly id: string
  readonly cell: string | null
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
  }

  context.onDidReceiveMessage?.((value: unknown) => {
    const message = parseToFigure(value)
    if (!message) return
    if (message.choice) choices.set(message.cell, message.choice)
    else choices.delete(message.cell)
    for (const { cell, figure } of shown.values()) if (cell === message.cell) figure.setChoice(message.choice)
  })

  return {
    renderOutputItem(item, element) {
      const { cell, choice } = metadataOf(item.metadata)
      const known = shown.get(element)
      if (known && (known.cell !== cell || !known.figure.isIn(element))) drop(element)
      const figure = shown.get(element)?.figure ?? figureIn(element, cell, choice)
      // A replaced output has another id but the same element, and the old id may be disposed of after that.
      shown.set(element, { id: item.id, cell, figure })
      return figure.show(() => item.json())
    },

    disposeOutputItem(id) {
      for (const [element, entry] of [...shown]) if (id === undefined || entry.id === id) drop(element)
    }
  }
}

/** The cell that an output belongs to, and what was chosen for it when the output was made. */
function metadataOf(value: unknown): { readonly cell: string | null; readonly choice: Choice | null } {
  const { cell, choice } = (value ?? {}) as { readonly cell?: unknown; readonly choice?: unknown }
  return { cell: typeof cell === 'string' ? cell : null, choice: parseChoice(choice) }
}
