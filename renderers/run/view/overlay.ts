import type { Mark } from '../pointing/hitTest'
import { element } from './dom'

/** Cells are framed at no less than this, px, or the frame would hide them. */
const SMALLEST = 5

/** The crosshair's lines and frames above the chart: moving them draws nothing anew. */
export class Overlay {
  readonly node = element('div', 'gradnb-overlay')

  constructor() {
    this.node.setAttribute('aria-hidden', 'true')
  }

  show(marks: readonly Mark[]): void {
    while (this.node.childElementCount < marks.length) this.node.append(element('div', ''))
    while (this.node.childElementCount > marks.length) this.node.lastElementChild!.remove()
    marks.forEach((mark, i) => place(this.node.children[i] as HTMLElement, mark))
  }
}

function place(node: HTMLElement, { kind, tone, left, top, width, height }: Mark): void {
  const grow =
    kind === 'cell' || kind === 'since'
      ? [Math.max(0, SMALLEST - width) / 2, Math.max(0, SMALLEST - height) / 2]
      : [0, 0]
  node.className = `gradnb-mark gradnb-mark-${kind}`
  node.dataset['tone'] = tone ?? ''
  node.style.transform = `translate(${left - grow[0]!}px, ${top - grow[1]!}px)`
  node.style.width = `${width + 2 * grow[0]!}px`
  node.style.height = `${height + 2 * grow[1]!}px`
}
