import { windowOf, type Look } from '../numbers/look'
import type { Shown } from '../numbers/shown'
import type { AxisWindow } from '../numbers/spans'
import { columnName } from '../words/columnName'
import { TEXTS } from '../words/texts'
import type { ToldFinding } from '../words/verdict'
import type { ChartActions } from './chartInput'
import { findingMarks } from './findingMarks'
import {
  RESTING,
  chosenColumn,
  crosshairColumn,
  moveTo,
  moved,
  pinned,
  placed,
  type Crosshair,
  type KeyAction
} from './crosshair'
import { columnMarks, hitTest, layerMarks, placeAt, type Axis, type Hit, type Mark } from './hitTest'
import type { PlotBoxes } from './plotBox'
import { canZoomIn, centredOn, panned, revealing, zoomed } from './zoom'

/** The figure around a navigator. */
export interface Surroundings {
  /** what is drawn now */
  readonly shown: Shown | null
  /** the findings that the heatmap marks */
  readonly marked: readonly ToldFinding[]
  /** where the plots stand now */
  readonly boxes: PlotBoxes
  /** the crosshair's marks and numbers are others; `redraw`: so are the chart's lines or its part in view */
  changed(redraw: boolean): void
  /** shows single steps among the epochs, or no longer; false where there are none */
  foldSteps(): boolean
  /** for screen readers: what a key has led to */
  announce(): void
  say(text: string): void
}

/** Whether the axis can be seen closer, and from farther away. */
export interface Zooming {
  readonly in: boolean
  readonly out: boolean
}

/** Where a person looks: the crosshair, the pinned column and the part of the axis in view, moved by pointer, wheel and keys. */
export class Navigator implements ChartActions {
  crosshair: Crosshair = RESTING
  pointer: { readonly x: number; readonly y: number } | null = null
  private window: AxisWindow | null = null

  constructor(private readonly around: Surroundings) {}

  get look(): Pick<Look, 'column' | 'layer' | 'window'> {
    return { column: chosenColumn(this.crosshair), layer: this.crosshair.layer, window: this.window }
  }

  point(at: { readonly x: number; readonly y: number } | null): void {
    const { shown } = this.around
    this.pointer = at
    const place = at && this.hitTest(at.x, at.y)
    if (place && shown) this.put(placed(this.crosshair, shown, place.column, place.layer))
    else this.put({ ...this.crosshair, visible: false })
  }

  press(x: number, y: number): void {
    const { shown } = this.around
    const { column = null, layer = null } = this.hitTest(x, y) ?? {}
    if (shown && column !== null && column < shown.columns)
      this.pin(placed(this.crosshair, shown, column, layer), shown)
  }

  drag(distance: number): boolean {
    const heat = this.around.boxes.get('heat')
    if (!this.window || !heat) return false
    this.panBy((-distance / heat.width) * (this.window.to - this.window.from))
    return true
  }

  zoom(factor: number, x: number): void {
    const heat = this.around.boxes.get('heat')
    const { shown } = this.around
    if (!heat || !shown) return
    const share = Math.max(0, Math.min(1, (x - heat.left) / heat.width))
    this.see(zoomed(this.window, shown.timeline.length, factor, placeAt(this.inView(shown), share)))
  }

  key(action: KeyAction): boolean {
    const { shown } = this.around
    if (!shown) return false
    if (action.type === 'unpin') return this.unpin()
    if (action.type === 'steps') return this.around.foldSteps()
    if (action.type === 'move') this.move(moved(this.crosshair, shown, action.columns, action.layers), shown)
    else if (action.type === 'pin') this.pin(this.crosshair, shown)
    else if (action.type === 'zoom') this.zoomBy(action.factor)
    else if (action.type === 'pan') this.panBy(action.share * (this.inView(shown).to - this.inView(shown).from))
    else this.see(null)
    return true
  }

  focus(visible: boolean): void {
    const { shown } = this.around
    if (!shown || this.pointer) return
    this.put(visible ? moved(this.crosshair, shown, 0, 0) : { ...this.crosshair, visible: false })
  }

  /** Shows `factor` times as much of the axis, the pinned column in its middle; else the crosshair or the middle stays in place. */
  zoomBy(factor: number): void {
    const { shown } = this.around
    if (!shown) return
    const { timeline } = shown
    const window = this.inView(shown)
    const { visible, pinned } = this.crosshair
    if (pinned !== null) {
      const anchor = timeline.centreOf(pinned)
      return this.see(zoomed(centredOn(window, anchor), timeline.length, factor, anchor))
    }
    const column = visible ? crosshairColumn(this.crosshair, shown) : -1
    const anchor = column < 0 ? (window.from + window.to) / 2 : timeline.centreOf(column)
    this.see(zoomed(window, timeline.length, factor, anchor))
  }

  /** Shows this part of the axis; all of it: null. */
  see(window: AxisWindow | null): void {
    if (window === this.window) return
    this.window = window
    this.around.changed(true)
  }

  /** Other columns are shown from now on: looks at the same epochs and steps, and at the whole axis. */
  shift(before: Shown, after: Shown): void {
    this.crosshair = moveTo(after, this.crosshair, before.timeline)
    this.window = null
  }

  /** Findings, the crosshair and the pinned column upon the chart. */
  marks(shown: Shown): Mark[] {
    const { boxes, marked } = this.around
    const axis = this.axisOf(shown)
    const found = marked.flatMap(finding => findingMarks(boxes, axis, shown.layers.length, finding))
    return [...found, ...this.crosshairMarks(shown, axis)]
  }

  private crosshairMarks(shown: Shown, axis: Axis): Mark[] {
    const { boxes } = this.around
    const { visible, layer, pinned } = this.crosshair
    const column = crosshairColumn(this.crosshair, shown)
    const pin = pinned === null ? [] : columnMarks(boxes, axis, pinned, 'pin')
    if (!visible || column < 0) return pin
    const lines = columnMarks(boxes, axis, column, 'line')
    return [...pin, ...lines, ...layerMarks(boxes, axis, shown.layers.length, column, layer)]
  }

  /** Which ways of zooming would change anything. */
  get zooming(): Zooming {
    const { shown } = this.around
    const length = shown?.timeline.length ?? 0
    return { in: shown !== null && canZoomIn(this.window, length), out: this.window !== null }
  }

  private put(crosshair: Crosshair): void {
    const before = this.look
    this.crosshair = crosshair
    this.around.changed(this.look.column !== before.column || this.look.layer !== before.layer)
  }

  private move(crosshair: Crosshair, shown: Shown): void {
    const { timeline } = shown
    const column = Math.max(0, crosshairColumn(crosshair, shown))
    this.pointer = null
    this.see(revealing(this.window, timeline.length, timeline.startOf(column), timeline.widthOf(column)))
    this.put(crosshair)
    this.around.announce()
  }

  private pin(crosshair: Crosshair, shown: Shown): void {
    this.put(pinned(crosshair, shown))
    const column = this.crosshair.pinned
    this.around.say(column === null ? TEXTS.chart.unpinned : TEXTS.chart.pinned(columnName(shown, column)))
  }

  private unpin(): boolean {
    if (this.crosshair.pinned === null) return false
    this.put({ ...this.crosshair, pinned: null })
    this.around.say(TEXTS.chart.unpinned)
    return true
  }

  private panBy(places: number): void {
    const { shown } = this.around
    if (shown) this.see(panned(this.window, shown.timeline.length, places))
  }

  private inView = (shown: Shown): AxisWindow => windowOf(shown, this.look)

  private axisOf = (shown: Shown): Axis => ({ timeline: shown.timeline, window: this.inView(shown) })

  private hitTest(x: number, y: number): Hit | null {
    const { shown, boxes } = this.around
    return shown && hitTest(boxes, this.axisOf(shown), shown.layers.length, x, y)
  }
}
