import type { RunRecord } from '../../../src/record'
import { detailsOf, shownDetail, type DetailName } from '../numbers/details'
import type { Look } from '../numbers/look'
import { TEXTS } from '../words/texts'
import { element, keepKeys } from './dom'

const { details: TEXT } = TEXTS

/** Where each key leads among `count` tabs. */
const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowLeft: (index, count) => (index + count - 1) % count,
  ArrowRight: (index, count) => (index + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1
}

/** The switch of details: tabs, of which one is chosen (WAI-ARIA's tab pattern). */
export class DetailTabs {
  readonly node = element('div', 'gradnb-tabs')
  private names: readonly DetailName[] = []
  private task: RunRecord['data']['task'] | null = null

  /** `panel` is what the tabs are for. */
  constructor(
    private readonly panel: HTMLElement,
    private readonly choose: (detail: DetailName) => void
  ) {
    this.node.setAttribute('role', 'tablist')
    this.node.setAttribute('aria-label', TEXT.label)
    this.node.addEventListener('keydown', event => this.step(event))
    keepKeys(this.node)
  }

  show(record: RunRecord, look: Look): void {
    const names = detailsOf(record)
    const { task } = record.data
    if (this.task !== task || this.names.join() !== names.join()) this.make(names, task)
    const chosen = shownDetail(record, look)
    this.buttons.forEach((button, i) => {
      const selected = this.names[i] === chosen
      button.setAttribute('aria-selected', String(selected))
      button.tabIndex = selected ? 0 : -1
    })
    this.panel.setAttribute('aria-label', tabText(chosen, task))
  }

  private get buttons(): HTMLButtonElement[] {
    return [...this.node.children] as HTMLButtonElement[]
  }

  private make(names: readonly DetailName[], task: RunRecord['data']['task']): void {
    this.names = names
    this.task = task
    this.node.replaceChildren(
      ...names.map(name => {
        const button = element('button', 'gradnb-tab', tabText(name, task))
        button.type = 'button'
        button.setAttribute('role', 'tab')
        button.addEventListener('click', () => this.choose(name))
        return button
      })
    )
  }

  private step(event: KeyboardEvent): void {
    const step =
      Object.hasOwn(STEPS, event.key) && !event.ctrlKey && !event.metaKey && !event.altKey
        ? STEPS[event.key]
        : undefined
    const index = this.buttons.indexOf(event.target as HTMLButtonElement)
    if (!step || index < 0) return
    event.preventDefault()
    const next = step(index, this.names.length)
    this.buttons[next]!.focus()
    this.choose(this.names[next]!)
  }
}

const tabText = (name: DetailName, task: RunRecord['data']['task']): string =>
  name === 'answers' ? TEXT.tabs.answers[task] : TEXT.tabs[name]
