import type { Look } from '../numbers/look'
import { QUANTITY_GROUPS, asFigureQuantity, type FigureQuantity, type QuantityGroup } from '../numbers/quantities'
import type { Zooming } from '../pointing/navigator'
import { TEXTS } from '../words/texts'
import { button, group, labelled, option, statusLine } from './controls'
import { element, keepKeys } from './dom'

export type TakeAway = 'copy' | 'png' | 'svg' | 'csv' | 'open'

export interface ToolbarActions {
  choose(look: Partial<Pick<Look, 'quantity' | 'beside' | 'absolute' | 'free' | 'detail'>>): void
  zoom(factor: number): void
  whole(): void
  take(what: TakeAway): void
  showData(shown: boolean): void
  foldSteps(): void
}

const TAKE_AWAY = ['copy', 'png', 'svg', 'csv'] as const satisfies readonly TakeAway[]

const { toolbar: TEXT, quantities: QUANTITY_TEXT, quantityGroups: GROUP_TEXT } = TEXTS

/** The switch of quantities, zoom, and ways to take the figure away. */
export class Toolbar {
  readonly node = element('div', 'gradnb-toolbar')
  private readonly quantity = element('select', 'gradnb-quantity')
  private readonly beside = element('select', 'gradnb-beside')
  private readonly scale = element('select', 'gradnb-scale')
  private readonly data = button(TEXT.data)
  private readonly steps = button(TEXT.steps, () => this.actions.foldSteps())
  private readonly zoomOut = button(TEXT.zoomOut, () => this.actions.zoom(2))
  private readonly zoomIn = button(TEXT.zoomIn, () => this.actions.zoom(0.5))
  private readonly whole = button(TEXT.whole, () => this.actions.whole())
  private readonly status = statusLine()

  constructor(private readonly actions: ToolbarActions) {
    this.node.setAttribute('role', 'group')
    this.node.setAttribute('aria-label', TEXT.label)
    this.fill()
    const take = TAKE_AWAY.map(what => button(TEXT[what], () => actions.take(what)))
    this.data.setAttribute('aria-expanded', 'false')
    this.data.addEventListener('click', () => this.toggleData())
    const quantity = labelled(TEXT.quantity, this.quantity, TEXT.quantityHint)
    const beside = labelled(TEXT.beside, this.beside, TEXT.besideHint)
    const scale = labelled(TEXT.scale, this.scale, TEXT.scaleHint)
    this.node.append(
      quantity,
      beside,
      scale,
      group(this.zoomOut, this.zoomIn, this.whole, this.steps),
      group(...take, this.data),
      this.status
    )
    keepKeys(this.node)
  }

  /** `unfolded`: whether single steps are shown; null: there are none. */
  show({ quantity, beside, absolute, free }: Look, unfolded: boolean | null): void {
    this.steps.hidden = unfolded === null
    this.steps.setAttribute('aria-pressed', String(unfolded === true))
    this.quantity.value = quantity
    this.beside.value = beside ?? ''
    this.scale.value = scaleName({ absolute, free })
    this.quantity.title = TEXTS.symbols[quantity]
  }

  /** Buttons that would change nothing are disabled, but keep the keyboard's focus. */
  showZooming(zooming: Zooming): void {
    for (const [node, works] of [
      [this.zoomIn, zooming.in],
      [this.zoomOut, zooming.out],
      [this.whole, zooming.out]
    ] as const)
      node.setAttribute('aria-disabled', String(!works))
  }

  /** Says shortly what came of a click. */
  say(text: string): void {
    this.status.textContent = text
  }

  private fill(): void {
    const groups = () =>
      (Object.keys(QUANTITY_GROUPS) as QuantityGroup[]).map(group => {
        const node = element('optgroup', '')
        node.label = GROUP_TEXT[group]
        node.append(
          ...(QUANTITY_GROUPS[group] as readonly FigureQuantity[]).map(name => option(name, QUANTITY_TEXT[name].name))
        )
        return node
      })
    this.quantity.append(...groups())
    this.beside.append(option('', TEXT.besideNone), ...groups())
    const choose = () => {
      const [quantity, beside] = [asFigureQuantity(this.quantity.value), asFigureQuantity(this.beside.value)]
      if (quantity) this.actions.choose({ quantity, beside: beside === quantity ? null : beside })
    }
    for (const select of [this.quantity, this.beside]) select.addEventListener('change', choose)
    this.scale.append(...SCALES.map(name => option(name, TEXT.scales[name])))
    this.scale.addEventListener('change', () => this.actions.choose(SCALE_LOOKS[this.scale.value as ScaleName]))
  }

  private toggleData(): void {
    const open = this.data.getAttribute('aria-expanded') !== 'true'
    this.data.setAttribute('aria-expanded', String(open))
    this.actions.showData(open)
  }
}

/** What the colours compare, and over which figures. */
const SCALE_LOOKS = {
  relative: { absolute: false, free: false },
  absolute: { absolute: true, free: false },
  relativeFree: { absolute: false, free: true },
  absoluteFree: { absolute: true, free: true }
} as const
type ScaleName = keyof typeof SCALE_LOOKS
const SCALES = Object.keys(SCALE_LOOKS) as ScaleName[]

const scaleName = ({ absolute, free }: Pick<Look, 'absolute' | 'free'>): ScaleName =>
  SCALES.find(name => SCALE_LOOKS[name].absolute === absolute && SCALE_LOOKS[name].free === free)!
