/** An element with a class and, if given, a text. Text from a notebook becomes text and never HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text?: string
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

/**
 * Keys that controls use themselves stay with them: the editor would move to another cell. Tab, Escape and shortcuts
 * are its own.
 */
export function keepKeys(node: HTMLElement): void {
  node.addEventListener('keydown', event => {
    const shortcut = event.ctrlKey || event.metaKey || event.altKey
    const own = event.key.length === 1 || /^(Enter|Arrow.*|Home|End|Page.*)$/.test(event.key)
    if (own && !shortcut) event.stopPropagation()
  })
}
