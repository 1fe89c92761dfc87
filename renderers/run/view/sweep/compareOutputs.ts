import type { OutputItem } from 'vscode-notebook-renderer'
import type { Post } from '../post'
import { CompareFigure } from './compareFigure'

/** The figures of comparisons in a notebook's outputs. */
export class CompareOutputs {
  private readonly figures = new Map<HTMLElement, { readonly id: string; readonly figure: CompareFigure }>()

  constructor(private readonly post: Post | null) {}

  /** Shows an output in `element`, in the figure that is there already if there is one. */
  render(item: OutputItem, element: HTMLElement): void {
    const known = this.figures.get(element)?.figure
    const figure = known?.isIn(element) ? known : new CompareFigure(element, this.post)
    this.figures.set(element, { id: item.id, figure })
    figure.show(item.json())
  }

  /** The output with this id is gone, or all of them. */
  dispose(id: string | undefined): void {
    for (const [element, output] of [...this.figures]) {
      if (id !== undefined && output.id !== id) continue
      output.figure.dispose()
      this.figures.delete(element)
    }
  }
}
