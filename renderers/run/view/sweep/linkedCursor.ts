import type { PlacedPanel } from '../../chart/sweep/comparePanels'
import { columnOf } from '../../numbers/sweep/compareHeat'
import { formatScaled, scaled } from '../../../../src/record'
import { COMPARE_FIGURE as WORDS } from '../../words/sweepTexts'
import { element } from '../dom'

/** A layer, from 0 at the input side, and an epoch. */
export interface CompareCursor {
  readonly layer: number
  readonly epoch: number
}

/** One cursor in all heatmaps at once, by pointer and by arrow keys. */
export class LinkedCursor {
  readonly overlay = element('div', 'gradnb-overlay')
  private panels: readonly PlacedPanel[] = []
  private cursor: CompareCursor | null = null

  /** `tell`: what stands under the cursor; '' where there is none. */
  constructor(
    private readonly parent: HTMLElement,
    private readonly tell: (text: string) => void
  ) {
    parent.tabIndex = 0
    parent.setAttribute('role', 'application')
    parent.setAttribute('aria-label', WORDS.label)
    parent.setAttribute('aria-description', WORDS.keys)
    parent.addEventListener('pointermove', event => this.point(event))
    parent.addEventListener('pointerleave', () => this.move(null))
    parent.addEventListener('keydown', event => this.key(event))
  }

  show(panels: readonly PlacedPanel[]): void {
    this.panels = panels
    this.mark()
  }

  private point({ clientX, clientY }: PointerEvent): void {
    const { left, top } = this.parent.getBoundingClientRect()
    const [x, y] = [clientX - left + this.parent.scrollLeft, clientY - top]
    const panel = this.panels.find(({ picture: p }) => x >= p.x && x < p.x + p.width && y >= p.y && y < p.y + p.height)
    if (!panel) return this.move(null)
    const { heat, picture, span } = panel
    const column = Math.floor(((x - picture.x) / picture.width) * span)
    const epoch = heat.epochs[column]
    const layer = Math.floor(((y - picture.y) / picture.height) * heat.layers)
    this.move(epoch === undefined ? null : { layer, epoch })
  }

  private key(event: KeyboardEvent): void {
    const [first] = this.panels
    if (!first || event.ctrlKey || event.metaKey || event.altKey) return
    const { heat } = first
    const { layer, epoch } = this.cursor ?? { layer: 0, epoch: 0 }
    const column = columnOf(heat, epoch)
    const at = (place: number) => heat.epochs[Math.min(heat.columns - 1, Math.max(0, place))]!
    const layers = this.panels.reduce((most, panel) => Math.max(most, panel.heat.layers), 1)
    const to = (layer: number, epoch: number) => ({ layer: Math.min(layers - 1, Math.max(0, layer)), epoch })
    const moves: Readonly<Record<string, () => CompareCursor | null>> = {
      ArrowLeft: () => to(layer, at(column - 1)),
      ArrowRight: () => to(layer, at(column + (this.cursor ? 1 : 0))),
      ArrowUp: () => to(layer - 1, epoch),
      ArrowDown: () => to(layer + (this.cursor ? 1 : 0), epoch),
      Home: () => to(layer, 0),
      End: () => to(layer, at(heat.columns - 1)),
      Escape: () => null
    }
    const move = moves[event.key]
    const next = move?.()
    // Nothing to take away: the editor leaves the output then.
    if (next === undefined || (next === null && this.cursor === null)) return
    event.preventDefault()
    event.stopPropagation()
    this.move(next)
  }

  private move(cursor: CompareCursor | null): void {
    if (cursor?.layer === this.cursor?.layer && cursor?.epoch === this.cursor?.epoch) return
    this.cursor = cursor
    this.mark()
  }

  private mark(): void {
    const { cursor } = this
    this.overlay.replaceChildren(...(cursor === null ? [] : this.panels.flatMap(panel => cellMark(panel, cursor))))
    this.tell(cursor === null ? '' : this.textAt(cursor))
  }

  private textAt({ layer, epoch }: CompareCursor): string {
    const named = this.panels.find(({ heat }) => layer < heat.layers)
    if (!named) return ''
    const values = this.panels.map(({ title, heat, ratios }) => {
      const column = columnOf(heat, epoch)
      const log = layer < heat.layers && column < ratios.columns ? ratios.logs[column * heat.layers + layer]! : NaN
      return WORDS.value(title, ratioText(log))
    })
    return [WORDS.place(named.heat.names[layer]!, WORDS.epoch(epoch)), ...values].join(' · ')
  }
}

/** A multiple as text: "0.012", "0", "–". */
const ratioText = (log: number): string =>
  Number.isNaN(log) ? WORDS.absent : log === Infinity ? '×' : formatScaled(scaled(10 ** log), 3)

function cellMark({ heat, picture, span }: PlacedPanel, { layer, epoch }: CompareCursor): HTMLElement[] {
  if (layer >= heat.layers || epoch > heat.epochs.at(-1)!) return []
  const column = columnOf(heat, epoch)
  const [width, height] = [picture.width / span, picture.height / heat.layers]
  const node = element('div', 'gradnb-mark gradnb-mark-cell')
  const least = 7
  Object.assign(node.style, {
    left: `${picture.x + (column + 0.5) * width - Math.max(least, width) / 2}px`,
    top: `${picture.y + (layer + 0.5) * height - Math.max(least, height) / 2}px`,
    width: `${Math.max(least, width)}px`,
    height: `${Math.max(least, height)}px`
  })
  return [node]
}
