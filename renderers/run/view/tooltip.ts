import type { Facts } from '../words/facts'
import { element } from './dom'

const AWAY = 14

/** A box beside the pointer. It is for the eye only; a live region tells the same to everyone else. */
export class Tooltip {
  private readonly box = element('div', 'gradnb-tooltip')

  constructor(private readonly parent: HTMLElement) {
    this.box.hidden = true
    this.box.setAttribute('aria-hidden', 'true')
    parent.append(this.box)
  }

  hide(): void {
    this.box.hidden = true
  }

  /** Shows `facts` next to (x, y), on the side where there is room. */
  show({ title, facts }: Facts, x: number, y: number): void {
    const body = facts.flatMap(({ label, value }) => [
      element('span', 'gradnb-label', label),
      element('span', 'gradnb-value', value)
    ])
    this.box.replaceChildren(element('strong', 'gradnb-title', title), ...body)
    this.box.hidden = false
    const { offsetWidth, offsetHeight } = this.box
    const left = x + AWAY + offsetWidth <= this.parent.clientWidth ? x + AWAY : x - AWAY - offsetWidth
    const top = y + AWAY + offsetHeight <= this.parent.clientHeight ? y + AWAY : y - AWAY - offsetHeight
    this.box.style.left = `${Math.max(0, left)}px`
    this.box.style.top = `${Math.max(0, top)}px`
  }
}
