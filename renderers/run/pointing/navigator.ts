import type { RunRecord } from '../../../src/record'
import { axisColumns, windowOf, type Look } from '../numbers/look'
import type { AxisWindow } from '../numbers/spans'
import { TEXTS } from '../words/texts'
import type { ChartActions } from './chartInput'
import {
  RESTING,
  chosenEpoch,
  crosshairEpoch,
  moved,
  pinned,
  placed,
  type Crosshair,
  type KeyAction
} from './crosshair'
import { columnAt, epochMarks, layerMarks, hitTest, type Mark, type Hit } from './hitTest'
import type { PlotBoxes } from './plotBox'
import { panned, revealing, zoomed } from './zoom'

/** The figure around a navigator. */
export interface Surroundings {
  readonly record: RunRecord | null
  /** where the plots stand now */
  readonly boxes: PlotBoxes
  /** the crosshair's marks and numbers are others; `redraw`: so are the chart's lines or its part in view */
  changed(redraw: boolean): void
  /** for screen readers: what a key has led to */
  announce(): void
  say(text: string): void
}

/** Where a person looks: the crosshair, the pinned epoch and the epochs in view, moved by pointer, wheel and keys. */
export class Navigator implements ChartActions {
  crosshair: Crosshair = RESTING
  pointer: { readonly x: number; readonly y: number } | null = null
  private window: AxisWindow | null = null

  constructor(private readonly around: Surroundings) {}

  get look(): Pick<Look, 'epoch' | 'layer' | 'window'> {
    return { epoch: chosenEpoch(this.crosshair), layer: this.crosshair.layer, window: this.window }
  }

  point(at: { readonly x: number; readonly y: number } | null): void {
    const { record } = this.around
    this.pointer = at
    const place = at && this.hitTest(at.x, at.y)
    if (place && record) this.put(placed(this.crosshair, record, place.epoch, place.layer))
    else this.put({ ...this.crosshair, visible: false })
  }

  press(x: number, y: number): void {
    const { record } = this.around
    const { epoch = null, layer = null } = this.hitTest(x, y) ?? {}
    if (record && epoch !== null && epoch < record.columns)
      this.pin(placed(this.crosshair, record, epoch, layer), record)
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
    this.see(zoomed(this.window, axisColumns(record), factor, columnAt(this.inView(record), share)))
  }

  key(action: KeyAction): boolean {
    const { record } = this.around
    if (!record) return false
    if (action.type === 'unpin') return this.unpin()
    if (action.type === 'move') this.move(moved(this.crosshair, record, action.epochs, action.layers), record)
    else if (action.type === 'pin') this.pin(this.crosshair, record)
    else if (action.type === 'zoom') this.zoomBy(action.factor)
    else if (action.type === 'pan') this.panBy(action.share * (this.inView(record).to - this.inView(record).from))
    else this.see(null)
    return true
  }

  focus(visible: boolean): void {
    const { record } = this.around
    if (!record || this.pointer) return
    this.put(visible ? moved(this.crosshair, record, 0, 0) : { ...this.crosshair, visible: false })
  }

  /** Shows `factor` times as many epochs around the crosshair, or around the middle. */
  zoomBy(factor: number): void {
    const { record } = this.around
    if (!record) return
    const { from, to } = this.inView(record)
    const anchor = this.crosshair.visible ? crosshairEpoch(this.crosshair, record) + 0.5 : (from + to) / 2
    this.see(zoomed(this.window, axisColumns(record), factor, anchor))
  }

  /** Shows the epochs in `window`; all of them: null. */
  see(window: AxisWindow | null): void {
    if (window === this.window) return
    this.window = window
    this.around.changed(true)
  }

  /** The crosshair and the pinned epoch upon the chart. */
  marks(record: RunRecord): Mark[] {
    const { boxes } = this.around
    const { visible, layer, pinned } = this.crosshair
    const epoch = crosshairEpoch(this.crosshair, record)
    const window = this.inView(record)
    const pin = pinned === null ? [] : epochMarks(boxes, window, pinned, 'pin')
    if (!visible || epoch < 0) return pin
    const lines = epochMarks(boxes, window, epoch, 'line')
    return [...pin, ...lines, ...layerMarks(boxes, window, record.layers.length, epoch, layer)]
  }

  private put(crosshair: Crosshair): void {
    const before = this.look
    this.crosshair = crosshair
    this.around.changed(this.look.epoch !== before.epoch || this.look.layer !== before.layer)
  }

  private move(crosshair: Crosshair, record: RunRecord): void {
    this.pointer = null
    this.see(revealing(this.window, axisColumns(record), crosshairEpoch(crosshair, record)))
    this.put(crosshair)
    this.around.announce()
  }

  private pin(crosshair: Crosshair, record: RunRecord): void {
    this.put(pinned(crosshair, record))
    const epoch = this.crosshair.pinned
    this.around.say(epoch === null ? TEXTS.chart.unpinned : TEXTS.chart.pinned(epoch))
  }

  private unpin(): boolean {
    if (this.crosshair.pinned === null) return false
    this.put({ ...this.crosshair, pinned: null })
    this.around.say(TEXTS.chart.unpinned)
    return true
  }

  private panBy(columns: number): void {
    const { record } = this.around
    if (record) this.see(panned(this.window, axisColumns(record), columns))
  }

  private inView = (record: RunRecord): AxisWindow => windowOf(record, this.look)

  private hitTest(x: number, y: number): Hit | null {
    const { record, boxes } = this.around
    return record && hitTest(boxes, this.inView(record), record.layers.length, x, y)
  }
}
