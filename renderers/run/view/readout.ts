import type { Facts } from '../words/facts'
import { element } from './dom'

/**
 * All numbers at the crosshair, below the chart: it stands there always, so that nothing jumps when the crosshair
 * comes.
 */
export class Readout {
  readonly node = element('div', 'gradnb-readout')
  private readonly title = element('div', 'gradnb-readout-title')
  private readonly list = element('dl', 'gradnb-readout-list')

  constructor() {
    this.node.append(this.title, this.list)
  }

  show(facts: Facts | null): void {
    this.node.hidden = facts === null
    if (!facts) return
    this.title.textContent = facts.title
    const { rows } = facts
    while (this.list.childElementCount > rows.length) this.list.lastElementChild!.remove()
    while (this.list.childElementCount < rows.length) this.list.append(pair())
    rows.forEach(([label, value], i) => {
      const [term, number] = this.list.children[i]!.children
      if (term!.textContent !== label) term!.textContent = label
      if (number!.textContent !== value) number!.textContent = value
    })
  }
}

function pair(): HTMLElement {
  const node = element('div', 'gradnb-pair')
  node.append(element('dt', ''), element('dd', ''))
  return node
}
