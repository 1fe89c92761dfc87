import { element } from './dom'
import { PAGE_TEXTS as TEXTS } from './texts'

/** What a person does with a cell's text. */
export interface EditorActions {
  edited(source: string): void
  run(): void
}

/** Whether the browser itself makes an editor as high as its text. */
const GROWS = CSS.supports('field-sizing', 'content')

/** The text of a cell, and below it what is wrong with that. Tab leaves it, as in any form; Ctrl+Enter and Shift+Enter run the cell. */
export class CellEditor {
  readonly node = element('div', { className: 'editor' })
  private readonly text: HTMLTextAreaElement
  private readonly problems = element('p', { className: 'problems', hidden: true })

  constructor(
    id: string,
    source: string,
    private readonly actions: EditorActions
  ) {
    this.text = element('textarea', { className: 'source', value: source, spellcheck: false, autocapitalize: 'off' })
    this.text.setAttribute('autocomplete', 'off')
    this.text.oninput = () => this.changed()
    this.text.onkeydown = event => this.key(event)
    this.problems.id = `problems-${id}`
    this.problems.setAttribute('role', 'status')
    this.node.append(this.text, this.problems)
    this.fit()
    if (!GROWS) new ResizeObserver(() => this.fit()).observe(this.text)
  }

  /** The cell's place among all, from 1. */
  setPlace(place: number): void {
    this.text.setAttribute('aria-label', TEXTS.cell(place))
    this.problems.setAttribute('aria-label', TEXTS.problems(place))
  }

  /** Lines with places; '' where nothing is wrong. */
  showProblems(lines: string): void {
    if (this.problems.textContent === lines) return
    this.problems.textContent = lines
    this.problems.hidden = lines === ''
    this.text.setAttribute('aria-invalid', String(lines !== ''))
    if (lines === '') this.text.removeAttribute('aria-describedby')
    else this.text.setAttribute('aria-describedby', this.problems.id)
  }

  focus(): void {
    this.text.focus()
  }

  private changed(): void {
    this.actions.edited(this.text.value)
    this.fit()
  }

  private key(event: KeyboardEvent): void {
    const { key, ctrlKey, shiftKey, metaKey, altKey, isComposing } = event
    if (key !== 'Enter' || altKey || isComposing || !(ctrlKey || shiftKey || metaKey)) return
    event.preventDefault()
    this.actions.run()
  }

  private fit(): void {
    if (GROWS) return
    this.text.style.height = 'auto'
    this.text.style.height = `${this.text.scrollHeight + 2}px`
  }
}
