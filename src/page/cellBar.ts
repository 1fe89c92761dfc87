import { element } from './dom'
import { PAGE_TEXTS as TEXTS } from './texts'

/** What can be asked of a cell. */
export interface BarActions {
  /** runs it, or stops it where it runs */
  run(): void
  /** null: the cell cannot be removed */
  readonly remove: (() => void) | null
}

/** Below a cell's text: its buttons, how far it is, and what came of it. */
export class CellBar {
  readonly node = element('div', { className: 'bar' })
  private readonly button: HTMLButtonElement
  private readonly removing: HTMLButtonElement | null
  private readonly bar = element('progress', { max: 1, hidden: true })
  /** not announced: it changes all the time */
  private readonly counted = element('span', { className: 'counted' })
  private readonly said = element('span', { className: 'said' })
  private running = false
  private place = 0

  constructor({ run, remove }: BarActions) {
    this.button = element('button', { type: 'button', className: 'run', onclick: run })
    this.removing = remove && element('button', { type: 'button', textContent: TEXTS.remove, onclick: remove })
    this.said.setAttribute('role', 'status')
    this.node.append(this.button, ...(this.removing ? [this.removing] : []), this.bar, this.counted, this.said)
  }

  setPlace(place: number): void {
    this.place = place
    this.bar.setAttribute('aria-label', TEXTS.progressOf(place))
    this.removing?.setAttribute('aria-label', TEXTS.removeCell(place))
    this.label()
  }

  /** What came of it; '' takes that away. */
  say(text: string): void {
    this.said.textContent = text
  }

  get saying(): string {
    return this.said.textContent ?? ''
  }

  begin(): void {
    this.running = true
    this.bar.removeAttribute('value')
    this.bar.hidden = false
    this.say('')
    this.label()
  }

  progress(share: number, text: string): void {
    this.bar.value = share
    this.counted.textContent = text
  }

  end(text: string): void {
    this.running = false
    this.bar.hidden = true
    this.counted.textContent = ''
    this.say(text)
    this.label()
  }

  private label(): void {
    const { button, running, place } = this
    button.textContent = running ? TEXTS.stop : TEXTS.run
    button.classList.toggle('stops', running)
    button.title = running ? '' : TEXTS.runHint
    button.setAttribute('aria-label', running ? TEXTS.stopCell(place) : TEXTS.runCell(place))
    if (this.removing) this.removing.disabled = running
  }
}
