import type { CellFacts, Fact } from '../words/facts'
import { TEXTS } from '../words/texts'
import { element, keepKeys } from './dom'

/**
 * The numbers at the crosshair, below the chart: those that matter, and all when asked for. It stands there always, so that nothing jumps
 * when the crosshair comes.
 */
export class Readout {
  readonly node = element('div', 'gradnb-readout')
  private readonly title = element('div', 'gradnb-readout-title')
  private readonly list = element('dl', 'gradnb-readout-list')
  private readonly more = element('button', 'gradnb-button gradnb-more', TEXTS.facts.more)
  private all = false
  private told: CellFacts | null = null

  constructor() {
    this.more.type = 'button'
    this.more.setAttribute('aria-expanded', 'false')
    this.more.addEventListener('click', () => this.toggle())
    keepKeys(this.more)
    this.node.append(this.title, this.list, this.more)
  }

  show(facts: CellFacts | null): void {
    this.told = facts
    this.node.hidden = facts === null
    if (!facts) return
    this.title.textContent = facts.title
    const rows = this.all ? [...facts.facts, ...facts.more] : facts.facts
    while (this.list.childElementCount > rows.length) this.list.lastElementChild!.remove()
    while (this.list.childElementCount < rows.length) this.list.append(pair())
    rows.forEach((fact, i) => fill(this.list.children[i]!, fact))
  }

  private toggle(): void {
    this.all = !this.all
    this.more.setAttribute('aria-expanded', String(this.all))
    this.more.textContent = this.all ? TEXTS.facts.less : TEXTS.facts.more
    this.show(this.told)
  }
}

function fill(node: Element, { label, value, hint }: Fact): void {
  const [term, number] = node.children
  if (number!.textContent !== value) number!.textContent = value
  if (term!.textContent === label) return
  term!.textContent = label
  node.setAttribute('title', hint)
  term!.setAttribute('aria-description', hint)
}

function pair(): HTMLElement {
  const node = element('div', 'gradnb-pair')
  node.append(element('dt', ''), element('dd', ''))
  return node
}
