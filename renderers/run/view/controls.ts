import { element } from './dom'

/** What stands on a button, and what it does. */
interface ButtonText {
  readonly text: string
  readonly hint: string
}

/** A button, named by its text; what it does is told to those who point at it, and as its description to those who hear it. */
export function button({ text, hint }: ButtonText, click?: () => void): HTMLButtonElement {
  const node = element('button', 'gradnb-button', text)
  node.type = 'button'
  node.title = hint
  if (click) node.addEventListener('click', () => node.ariaDisabled !== 'true' && click())
  return node
}

/** A choice of a `select`. */
export function option(value: string, text: string): HTMLOptionElement {
  const node = element('option', '', text)
  node.value = value
  return node
}

/** `control` with its name before it; `title` is told to those who point at it. */
export function labelled(text: string, control: HTMLElement, title: string): HTMLElement {
  const node = element('label', 'gradnb-choice', text)
  control.title = title
  node.append(control)
  return node
}

/** Buttons that stay in one line. */
export function group(...nodes: readonly Node[]): HTMLElement {
  const node = element('span', 'gradnb-buttons')
  node.append(...nodes)
  return node
}

/** Where a toolbar says shortly what came of a click; it is read out. */
export function statusLine(): HTMLElement {
  const node = element('span', 'gradnb-status')
  node.setAttribute('role', 'status')
  return node
}
