import type { Look } from '../numbers/look'
import { QUANTITY_GROUPS, asFigureQuantity, quantityOf, type FigureQuantity } from '../numbers/quantities'
import { element, keepKeys } from './dom'

export type TakeAway = 'copy' | 'png' | 'svg' | 'csv' | 'open'

export interface ToolbarActions {
  choose(quantity: FigureQuantity, beside: FigureQuantity | null): void
  zoom(factor: number): void
  whole(): void
  take(what: TakeAway): void
  showData(shown: boolean): void
}

const TAKE_AWAY: readonly (readonly [what: TakeAway, text: string, label: string])[] = [
  ['copy', 'Copy', 'Copy the figure as a picture'],
  ['png', 'PNG', 'Save the figure as a PNG picture, twice its size'],
  ['svg', 'SVG', 'Save the figure as an SVG picture'],
  ['csv', 'CSV', 'Save every recorded number as CSV']
]

/** The switch of quantities, zoom, and ways to take the figure away. */
export class Toolbar {
  readonly node = element('div', 'gradnb-toolbar')
  private readonly quantity = element('select', 'gradnb-quantity')
  private readonly beside = element('select', 'gradnb-beside')
  private readonly data = button('Data', 'Show the numbers as a table')
  private readonly status = element('span', 'gradnb-status')

  constructor(private readonly actions: ToolbarActions) {
    this.node.setAttribute('role', 'group')
    this.node.setAttribute('aria-label', 'Figure')
    this.fill()
    const zoom = [
      button('−', 'Zoom out (key −)', () => actions.zoom(2)),
      button('+', 'Zoom in on epochs (key +, or Ctrl and the wheel)', () => actions.zoom(0.5)),
      button('All', 'Show all epochs (key 0)', () => actions.whole())
    ]
    const take = TAKE_AWAY.map(([what, text, label]) => button(text, label, () => actions.take(what)))
    this.data.setAttribute('aria-expanded', 'false')
    this.data.addEventListener('click', () => this.toggleData())
    const quantity = labelled('Colour', this.quantity, 'The quantity that the colours show')
    const beside = labelled('and', this.beside, 'A second quantity, in a heatmap of its own')
    this.node.append(quantity, beside, group(...zoom), group(...take, this.data), this.status)
    this.status.setAttribute('role', 'status')
    keepKeys(this.node)
  }

  show({ quantity, beside }: Look): void {
    this.quantity.value = quantity
    this.beside.value = beside ?? ''
    this.quantity.title = quantityOf(quantity).meaning
  }

  /** Says shortly what came of a click. */
  say(text: string): void {
    this.status.textContent = text
  }

  private fill(): void {
    const groups = () =>
      Object.entries(QUANTITY_GROUPS).map(([label, names]) => {
        const node = element('optgroup', '')
        node.label = label
        node.append(...(Object.keys(names) as FigureQuantity[]).map(name => option(name, quantityOf(name).name)))
        return node
      })
    this.quantity.append(...groups())
    this.beside.append(option('', 'nothing else'), ...groups())
    const choose = () => {
      const [quantity, beside] = [asFigureQuantity(this.quantity.value), asFigureQuantity(this.beside.value)]
      if (quantity) this.actions.choose(quantity, beside === quantity ? null : beside)
    }
    for (const select of [this.quantity, this.beside]) select.addEventListener('change', choose)
  }

  private toggleData(): void {
    const open = this.data.getAttribute('aria-expanded') !== 'true'
    this.data.setAttribute('aria-expanded', String(open))
    this.actions.showData(open)
  }
}

/** A button that says more to those who point at it or hear it. */
export function button(text: string, label: string, click?: () => void): HTMLButtonElement {
  const node = element('button', 'gradnb-button', text)
  node.type = 'button'
  node.title = label
  node.setAttribute('aria-label', label)
  if (click) node.addEventListener('click', click)
  return node
}

function option(value: string, text: string): HTMLOptionElement {
  const node = element('option', '', text)
  node.value = value
  return node
}

function labelled(text: string, select: HTMLSelectElement, title: string): HTMLElement {
  const node = element('label', 'gradnb-choice', text)
  select.title = title
  select.setAttribute('aria-label', title)
  node.append(select)
  return node
}

function group(...nodes: readonly Node[]): HTMLElement {
  const node = element('span', 'gradnb-buttons')
  node.append(...nodes)
  return node
}
