import type { ActivationFunction } from 'vscode-notebook-renderer'
import { parseFromFigure, type FromFigure, type ToFigure } from '../figure'

/** What a figure is drawn of, as the notebook's renderer takes it. */
export interface FigureItem {
  readonly id: string
  readonly mime: string
  readonly metadata: object
  json(): unknown
}

/** The part of the notebook's renderer that a page uses. */
interface Renderer {
  renderOutputItem(item: FigureItem, element: HTMLElement): Promise<void> | void
  disposeOutputItem(id: string): void
}

/** The notebook's renderer in the page, which hears what figures ask in the place of the extension. */
export class Figures {
  private readonly renderer: Renderer
  private readonly listeners: ((message: ToFigure) => void)[] = []

  /** `answer`: to what a figure asks */
  constructor(activate: ActivationFunction<unknown>, answer: (message: FromFigure) => void) {
    const context = {
      workspace: { isTrusted: true },
      setState: () => {},
      getState: () => undefined,
      postMessage: (value: unknown) => {
        const message = parseFromFigure(value)
        if (message !== null) answer(message)
      },
      onDidReceiveMessage: (listener: (message: ToFigure) => void) => void this.listeners.push(listener)
    }
    this.renderer = activate(context as never) as never
  }

  draw(item: FigureItem, element: HTMLElement): void {
    void this.renderer.renderOutputItem(item, element)
  }

  /** What a cell showed is gone. */
  dispose(cell: string): void {
    this.renderer.disposeOutputItem(cell)
  }

  post(message: ToFigure): void {
    for (const listener of this.listeners) listener(message)
  }
}
