import { CHOICE_KEY, parseChoice } from '../figure'
import { ERROR_MIME, textIn, type Cell, type JsonObject, type Output, type OutputItem } from '../notebook'
import {
  encodeSweep,
  encodeSweepPiece,
  isOwnMime,
  RECORD_MIME,
  SWEEP_MIME,
  type RunRecord,
  type SweepRecord
} from '../record'
import { visible } from '../text'
import { element } from './dom'
import type { Figures } from './figures'

/** A figure under way is drawn at most so often, ms. */
const DRAW_EVERY = 120

/** What a cell shows: figures and errors, in the place of what stood there. */
export class CellFigure {
  private drawnAt = -Infinity
  private figure: HTMLElement | null = null
  private stream: { readonly name: string; readonly sent: Set<number> } | null = null

  constructor(
    private readonly place: HTMLElement,
    private readonly figures: Figures,
    private readonly cell: () => Cell
  ) {}

  /** Shows the cell's outputs. */
  show(): void {
    this.stream = null
    const items = this.cell().outputs.flatMap(({ items }) => items)
    const own = items.find(({ mime }) => isOwnMime(mime))
    if (own) this.draw(own.mime, () => own.data)
    else this.clear()
    for (const child of [...this.place.children]) if (child !== this.figure) child.remove()
    const texts = this.cell().outputs.flatMap(textElements)
    this.place.append(...texts, ...items.filter(({ mime }) => mime === ERROR_MIME).map(errorElement))
  }

  /** Takes the figure away. */
  clear(): void {
    if (this.figure !== null) this.figures.dispose(this.cell().id)
    this.figure = null
  }

  /** Shows a run under way, unless that was done a moment ago. */
  showRun(soFar: () => RunRecord): void {
    if (this.isDue()) this.draw(RECORD_MIME, soFar)
  }

  /** Shows a sweep under way: whole at first, then what came since. */
  showSweep(soFar: () => SweepRecord): void {
    if (!this.isDue()) return
    const record = soFar()
    if (this.stream === null) this.begin(record)
    const { name, sent } = this.stream!
    const fresh = record.runs.flatMap(({ state }, i) => (state === 'missing' || sent.has(i) ? [] : [i]))
    fresh.forEach(index => sent.add(index))
    if (fresh.length > 0) this.figures.post({ type: 'piece', stream: name, piece: encodeSweepPiece(record, fresh) })
  }

  private begin(record: SweepRecord): void {
    const sent = new Set(record.runs.flatMap(({ state }, i) => (state === 'missing' ? [] : [i])))
    this.stream = { name: `${this.cell().id}/${performance.now()}`, sent }
    this.draw(SWEEP_MIME, () => encodeSweep(record), this.stream.name)
  }

  private isDue(): boolean {
    if (performance.now() - this.drawnAt < DRAW_EVERY) return false
    this.drawnAt = performance.now()
    return true
  }

  private draw(mime: string, json: () => unknown, stream: string | null = null): void {
    if (this.figure?.dataset['mime'] !== mime) {
      this.clear()
      this.figure = element('div')
      this.figure.dataset['mime'] = mime
      this.place.replaceChildren(this.figure)
    }
    const { id, extra } = this.cell()
    const metadata = { cell: id, choice: parseChoice(extra[CHOICE_KEY]), stream }
    this.figures.draw({ id, mime, metadata, json }, this.figure)
  }
}

/** An output of another program, as the text that it has. */
function textElements({ items }: Output): HTMLElement[] {
  const text = items.some(({ mime }) => isOwnMime(mime) || mime === ERROR_MIME) ? null : textIn(items)
  return text === null ? [] : [element('pre', { textContent: visible(text) })]
}

function errorElement({ data }: OutputItem): HTMLElement {
  const { name, message } = (data ?? {}) as JsonObject
  const parts = [name, message].filter(part => typeof part === 'string' && part !== '')
  return element('p', { className: 'wrong', textContent: visible(parts.join(': ')) })
}
