import { openRecord, type RunRecord } from '../../src/record'
import type { Choice } from '../../src/figure'
import { ChartHost } from './chartHost'
import { listen, type ChartActions } from './chartInput'
import { cssTheme } from './cssTheme'
import { RESTING, allColumns, chosenEpoch, cursorEpoch, moved, pinned, placed, type Cursor, type KeyAction } from './cursor'
import { DEFAULT_CHOICE, choiceOf, lookOf } from './choices'
import { FigureFrame } from './figureFrame'
import { windowOf, type Look } from './look'
import { newestPerFrame } from './newestPerFrame'
import { columnAt, epochMarks, layerMarks, placeAt, type Mark } from './places'
import type { Window } from './spans'
import { takeAway, type Post } from './takeAway'
import type { TakeAway } from './toolbar'
import { watchTheme } from './watchTheme'
import { panned, revealing, zoomed } from './zoom'

/** What a figure asks of the notebook around it. */
export interface FigureOptions {
  /** to the extension; null where no messages reach it */
  readonly post: Post | null
  /** a person chose what to see */
  readonly onChoice: (choice: Choice) => void
}

/** One run in one notebook output: the line that names it, and its chart. Kept and updated while the run goes on. */
export class Figure implements ChartActions {
  private readonly frame = new FigureFrame({
    choose: (quantity, beside) => this.choose(quantity, beside),
    zoom: factor => this.zoomBy(factor),
    whole: () => this.see(null),
    take: what => void this.take(what),
    showData: shown => this.showData(shown)
  })
  private readonly host = new ChartHost(this.frame.plot)
  private readonly redraw = newestPerFrame(() => this.draw())
  private readonly unwatchTheme = watchTheme(() => this.redraw())
  private readonly resizes = new ResizeObserver(() => this.frame.width !== this.width && this.redraw())
  private read: () => unknown = () => undefined
  private record: RunRecord | null = null
  private choice: Choice = DEFAULT_CHOICE
  private cursor: Cursor = RESTING
  private window: Window | null = null
  private pointer: { readonly x: number; readonly y: number } | null = null
  private width = 0
  private tableShown = false

  constructor(
    parent: HTMLElement,
    private readonly options: FigureOptions
  ) {
    listen(this.frame.chart, this)
    parent.replaceChildren(this.frame.root)
    this.resizes.observe(this.frame.root)
  }

  /**
   * Shows the record that `read` gives, as a record or as its JSON: at once the first time, so that the output has its height;
   * later at the next frame, unless a newer one has come by then.
   */
  show(read: () => unknown): Promise<void> | void {
    const first = this.width === 0
    this.read = read
    this.record = null
    return first ? this.redraw.now() : this.redraw()
  }

  /** Shows other quantities, as a person chose elsewhere. */
  setChoice(choice: Choice | null): void {
    this.choice = choice ?? DEFAULT_CHOICE
    if (this.width > 0) this.redraw()
  }

  isIn(parent: HTMLElement): boolean {
    return this.frame.root.parentNode === parent
  }

  dispose(): void {
    this.redraw.cancel()
    this.resizes.disconnect()
    this.unwatchTheme()
    this.host.dispose()
    this.frame.root.remove()
  }

  point(at: { readonly x: number; readonly y: number } | null): void {
    this.pointer = at
    const place = at && this.placeAt(at.x, at.y)
    if (place && this.record) this.look(placed(this.cursor, this.record, place.epoch, place.layer))
    else this.look({ ...this.cursor, visible: false })
  }

  press(x: number, y: number): void {
    const place = this.placeAt(x, y)
    if (!this.record || place?.epoch == null || place.epoch >= this.record.columns) return
    this.pin(placed(this.cursor, this.record, place.epoch, place.layer))
  }

  drag(distance: number): boolean {
    const heat = this.host.boxes.get('heat')
    if (!this.window || !heat) return false
    this.panBy((-distance / heat.width) * (this.window.to - this.window.from))
    return true
  }

  zoom(factor: number, x: number): void {
    const heat = this.host.boxes.get('heat')
    if (!heat || !this.record) return
    const share = Math.max(0, Math.min(1, (x - heat.left) / heat.width))
    this.see(zoomed(this.window, allColumns(this.record), factor, columnAt(this.inView(this.record), share)))
  }

  key(action: KeyAction): boolean {
    if (!this.record) return false
    if (action.type === 'move') this.move(moved(this.cursor, this.record, action.epochs, action.layers))
    else if (action.type === 'pin') this.pin(this.cursor)
    else if (action.type === 'zoom') this.zoomBy(action.factor)
    else if (action.type === 'whole') this.see(null)
    else if (action.type === 'pan') this.panBy(action.share * (this.inView(this.record).to - this.inView(this.record).from))
    else return this.unpin()
    return true
  }

  focus(visible: boolean): void {
    if (this.record && !this.pointer) this.look(visible ? moved(this.cursor, this.record, 0, 0) : { ...this.cursor, visible })
  }

  private async draw(): Promise<void> {
    try {
      this.record ??= recordFrom(this.read())
      this.frame.present(this.record, this.lookNow())
      this.width = this.frame.width
      if (this.width > 0) await this.host.draw(this.record, cssTheme(this.frame.root), this.width, this.lookNow())
      this.tell()
      this.frame.showTable(this.tableShown ? this.record : null, this.lookNow().quantity)
    } catch (error) {
      this.frame.fail(`This output cannot be drawn: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  private lookNow(): Look {
    const { epoch, layer } = { epoch: chosenEpoch(this.cursor), layer: this.cursor.layer }
    return { ...lookOf(this.choice), epoch, layer, window: this.window }
  }

  private look(cursor: Cursor): void {
    const before = this.lookNow()
    this.cursor = cursor
    this.tell()
    const { epoch, layer } = this.lookNow()
    if (epoch !== before.epoch || layer !== before.layer) this.redraw.follow()
  }

  private move(cursor: Cursor): void {
    const record = this.record!
    this.pointer = null
    this.see(revealing(this.window, allColumns(record), cursorEpoch(cursor, record)))
    this.look(cursor)
    this.frame.announce(record, this.lookNow(), cursorEpoch(cursor, record), cursor.layer)
  }

  private pin(cursor: Cursor): void {
    this.look(pinned(cursor, this.record!))
    this.frame.say(this.cursor.pinned === null ? 'no epoch is pinned' : `epoch ${this.cursor.pinned} is pinned`)
  }

  private unpin(): boolean {
    if (this.cursor.pinned === null) return false
    this.look({ ...this.cursor, pinned: null })
    this.frame.say('no epoch is pinned')
    return true
  }

  private choose(quantity: Look['quantity'], beside: Look['beside']): void {
    this.choice = choiceOf(quantity, beside)
    this.options.onChoice(this.choice)
    this.redraw.follow()
  }

  private zoomBy(factor: number): void {
    if (!this.record) return
    const { from, to } = this.inView(this.record)
    const anchor = this.cursor.visible ? cursorEpoch(this.cursor, this.record) + 0.5 : (from + to) / 2
    this.see(zoomed(this.window, allColumns(this.record), factor, anchor))
  }

  private panBy(columns: number): void {
    if (this.record) this.see(panned(this.window, allColumns(this.record), columns))
  }

  private see(window: Window | null): void {
    if (window === this.window) return
    this.window = window
    this.redraw.follow()
  }

  private inView(record: RunRecord): Window {
    return windowOf(record, this.lookNow())
  }

  private placeAt(x: number, y: number) {
    return this.record && placeAt(this.host.boxes, this.inView(this.record), this.record.layers.length, x, y)
  }

  /** The cursor's lines, numbers and words: numbers change under it while a run goes on. */
  private tell(): void {
    if (!this.record) return
    const { visible, layer } = this.cursor
    const epoch = cursorEpoch(this.cursor, this.record)
    this.frame.mark(this.marks(this.record, epoch))
    this.frame.tell(this.record, this.lookNow(), epoch, layer, visible ? this.pointer : null)
  }

  private marks(record: RunRecord, epoch: number): Mark[] {
    const window = this.inView(record)
    const { boxes } = this.host
    const { visible, layer, pinned } = this.cursor
    const pin = pinned === null ? [] : epochMarks(boxes, window, pinned, 'pin')
    if (!visible || epoch < 0) return pin
    const lines = epochMarks(boxes, window, epoch, 'line')
    return [...pin, ...lines, ...layerMarks(boxes, window, record.layers.length, epoch, layer)]
  }

  private showData(shown: boolean): void {
    this.tableShown = shown
    this.frame.showTable(shown ? this.record : null, this.lookNow().quantity)
  }

  private async take(what: TakeAway): Promise<void> {
    if (!this.record) return
    const { record, width } = this
    try {
      const theme = cssTheme(this.frame.root)
      this.frame.status(await takeAway(what, { record, theme, width, look: this.lookNow() }, this.options.post))
    } catch (error) {
      this.frame.status(error instanceof Error ? error.message : String(error))
    }
  }
}

/** A record that a program has made already is taken as it is. */
const recordFrom = (value: unknown): RunRecord => (isRecord(value) ? value : openRecord(value))

const isRecord = (value: unknown): value is RunRecord =>
  (value as RunRecord | null)?.quantities?.delta_rms?.mantissa instanceof Float64Array
