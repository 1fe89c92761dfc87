import type { RunRecord } from '../../../src/record'
import type { ChartActions } from './chartInput'
import {
  RESTING,
  allColumns,
  chosenEpoch,
  cursorEpoch,
  moved,
  pinned,
  placed,
  type Cursor,
  type KeyAction
} from './crosshair'
import { windowOf, type Look } from '../numbers/look'
import { columnAt, epochMarks, layerMarks, placeAt, type Mark, type Place } from './hitTest'
import type { PlotBoxes } from '../view/plotBox'
import type { Window } from '../numbers/spans'
import { panned, revealing, zoomed } from './zoom'

/** The figure around a navigator. */
export interface Surroundings {
  readonly record: RunRecord | null
  /** where the plots stand now */
  readonly boxes: PlotBoxes
  /** the cursor's marks and numbers are others; `redraw`: so are the chart's lines or its part in view */
  changed(redraw: boolean): void
  /** for screen readers: what a key has led to */
  announce(): void
  say(text: string): void
}

/** Where a person looks: the cursor, the pinned epoch and the epochs in view, moved by pointer, wheel and keys. */
export class Navigator implements ChartActions {
  cursor: Cursor = RESTING
  pointer: { readonly x: number; readonly y: number } | null = null
  private window: Window | null = null

  constructor(private readonly around: Surroundings) {}

  get look(): Pick<Look, 'epoch' | 'layer' | 'window'> {
    return { epoch: chosenEpoch(this.cursor), layer: this.cursor.layer, window: this.window }
  }

  point(at: { readonly x: number; readonly y: number } | null): void {
    const { record } = this.around
    this.pointer = at
    const place = at && this.placeAt(at.x, at.y)
    if (place && record) this.put(placed(this.cursor, record, place.epoch, place.layer))
    else this.put({ ...this.cursor, visible: false })
  }

  press(x: number, y: number): void {
    const { record } = this.around
    const { epoch = null, layer = null } = this.placeAt(x, y) ?? {}
    if (record && epoch !== null && epoch < record.columns) this.pin(placed(this.cursor, record, epoch, layer), record)
  }

  drag(distance: number): boolean {
    const heat = this.around.boxes.get('heat')
    if (!this.window || !heat) return false
    this.panBy((-distance / heat.width) * (this.window.to - this.window.from))
    return true
  }

  zoom(factor: number, x: number): void {
    const heat = this.around.boxes.get('heat')
    const { record } = this.around
    if (!heat || !record) return
    const share = Math.max(0, Math.min(1, (x - heat.left) / heat.width))
    this.see(zoomed(this.window, allColumns(record), factor, columnAt(this.inView(record), share)))
  }

  key(action: KeyAction): boolean {
    const { record } = this.around
    if (!record) return false
    if (action.type === 'unpin') return this.unpin()
    if (action.type === 'move') this.move(moved(this.cursor, record, action.epochs, action.layers), record)
    else if (action.type === 'pin') this.pin(this.cursor, record)
    else if (action.type === 'zoom') this.zoomBy(action.factor)
    else if (action.type === 'pan') this.panBy(action.share * (this.inView(record).to - this.inView(record).from))
    else this.see(null)
    return true
  }

  focus(visible: boolean): void {
    const { record } = this.around
    if (!record || this.pointer) return
    this.put(visible ? moved(this.cursor, record, 0, 0) : { ...this.cursor, visible: false })
  }

  /** Shows `factor` times as many epochs around the cursor, or around the middle. */
  zoomBy(factor: number): void {
    const { record } = this.around
    if (!record) return
    const { from, to } = this.inView(record)
    const anchor = this.cursor.visible ? cursorEpoch(this.cursor, record) + 0.5 : (from + to) / 2
    this.see(zoomed(this.window, allColumns(record), factor, anchor))
  }

  /** Shows the epochs in `window`; all of them: null. */
  see(window: Window | null): void {
    if (window === this.window) return
    this.window = window
    this.around.changed(true)
  }

  /** The cursor and the pinned epoch upon the chart. */
  marks(record: RunRecord): Mark[] {
    const { boxes } = this.around
    const { visible, layer, pinned } = this.cursor
    const epoch = cursorEpoch(this.cursor, record)
    const window = this.inView(record)
    const pin = pinned === null ? [] : epochMarks(boxes, window, pinned, 'pin')
    if (!visible || epoch < 0) return pin
    const lines = epochMarks(boxes, window, epoch, 'line')
    return [...pin, ...lines, ...layerMarks(boxes, window, record.layers.length, epoch, layer)]
  }

  private put(cursor: Cursor): void {
    const before = this.look
    this.cursor = cursor
    this.around.changed(this.look.epoch !== before.epoch || this.look.layer !== before.layer)
  }

  private move(cursor: Cursor, record: RunRecord): void {
    this.pointer = null
    this.see(revealing(this.window, allColumns(record), cursorEpoch(cursor, record)))
    this.put(cursor)
    this.around.announce()
  }

  private pin(cursor: Cursor, record: RunRecord): void {
    this.put(pinned(cursor, record))
    const epoch = this.cursor.pinned
    this.around.say(epoch === null ? 'no epoch is pinned' : `epoch ${epoch} is pinned`)
  }

  private unpin(): boolean {
    if (this.cursor.pinned === null) return false
    this.put({ ...this.cursor, pinned: null })
    this.around.say('no epoch is pinned')
    return true
  }

  private panBy(columns: number): void {
    const { record } = this.around
    if (record) this.see(panned(this.window, allColumns(record), columns))
  }

  private inView = (record: RunRecord): Window => windowOf(record, this.look)

  private placeAt(x: number, y: number): Place | null {
    const { record, boxes } = this.around
    return record && placeAt(boxes, this.inView(record), record.layers.length, x, y)
  }
}
