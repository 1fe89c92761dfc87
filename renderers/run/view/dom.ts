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

/** A power of ten as numbers have it, with all of the word around it: a browser would break the line after its hyphen. */
const POWER = /(\S*\de-\d\S*)/

/** Puts a sentence into an element, with each number on one line. */
export function setSentence(node: HTMLElement, text: string): void {
  if (node.textContent === text) return
  node.replaceChildren(
    ...text.split(POWER).map((part, i) => (i % 2 === 1 ? element('span', 'gradnb-number', part) : part))
  )
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
