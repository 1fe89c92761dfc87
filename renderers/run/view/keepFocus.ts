/**
 * Makes a `change` that may move, hide or remove what has the focus in `node`. The focus stays in it; where it can no longer be seen, it goes
 * to what `otherwise` gives, and not to the page, from where a keyboard would have to come back.
 */
export function keepFocus(node: HTMLElement, change: () => void, otherwise: () => HTMLElement): void {
  const { activeElement } = document
  const focused = node.contains(activeElement) ? (activeElement as HTMLElement) : null
  change()
  if (focused === null) return
  if (isSeen(focused)) focused.focus({ preventScroll: true })
  else otherwise().focus({ preventScroll: true })
}

const isSeen = (node: HTMLElement): boolean => node.isConnected && node.getClientRects().length > 0
