import type { ActivationFunction } from 'vscode-notebook-renderer'
import { Figure } from './figure'

/** The notebook renderer of run records. */
export const activate: ActivationFunction = () => {
  const shown = new Map<HTMLElement, { readonly id: string; readonly figure: Figure }>()

  const drop = (element: HTMLElement) => {
    shown.get(element)?.figure.dispose()
    shown.delete(element)
  }

  return {
    renderOutputItem(item, element) {
      const known = shown.get(element)
      if (known && !known.figure.isIn(element)) drop(element)
      const figure = shown.get(element)?.figure ?? new Figure(element)
      // A replaced output has another id but the same element, and the old id may be disposed of after that.
      shown.set(element, { id: item.id, figure })
      return figure.show(() => item.json())
    },

    disposeOutputItem(id) {
      for (const [element, entry] of [...shown]) if (id === undefined || entry.id === id) drop(element)
    }
  }
}
