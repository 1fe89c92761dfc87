import type { AxisWindow } from '../numbers/spans'
import type { Timeline } from '../numbers/timeline'
import type { PlotBox, PlotBoxes } from './plotBox'

/** A place of the chart in the record's terms; null where a panel has no such axis. */
export interface Hit {
  readonly column: number | null
  readonly layer: number | null
  /** the panel under the pointer */
  readonly panel: string
}

const COLUMN_PANELS = ['loss', 'accuracy', 'size', 'heat', 'heat_beside'] as const
const LAYER_PANELS = ['heat', 'heat_beside', 'profile', 'profile_beside'] as const
type ColumnPanel = (typeof COLUMN_PANELS)[number]
type LayerPanel = (typeof LAYER_PANELS)[number]

/** The columns' axis as it is drawn. */
export interface Axis {
  readonly timeline: Timeline
  readonly window: AxisWindow
}

/** What stands at (x, y), px from the chart's top left corner. */
export function hitTest(boxes: PlotBoxes, axis: Axis, layers: number, x: number, y: number): Hit | null {
  for (const [panel, box] of boxes) {
    const [right, down] = [(x - box.left) / box.width, (y - box.top) / box.height]
    if (!(right >= 0 && right < 1 && down >= 0 && down < 1)) continue
    const column = COLUMN_PANELS.includes(panel as ColumnPanel)
      ? axis.timeline.columnAt(placeAt(axis.window, right))
      : null
    const layer = LAYER_PANELS.includes(panel as LayerPanel) ? Math.floor(down * layers) : null
    if (column !== null || layer !== null) return { column, layer, panel }
  }
  return null
}

/** The place of the axis at a share of the plot's width. */
export const placeAt = ({ from, to }: AxisWindow, share: number): number => from + share * (to - from)

/**
 * A mark upon the chart, px: of the crosshair (`left` and `right`: what is pinned is beyond that edge), or of a finding (`culprit`: its
 * layers, `since`: its first cells).
 */
export interface Mark {
  readonly kind: 'line' | 'pin' | 'left' | 'right' | 'cell' | 'row' | 'culprit' | 'since'
  /** how much a finding matters */
  readonly tone?: 'info' | 'warning' | 'error'
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A line through every plot that has columns; what is pinned has a mark at the edge where it is out of view. */
export function columnMarks(
  boxes: PlotBoxes,
  { timeline, window }: Axis,
  column: number,
  kind: 'line' | 'pin'
): Mark[] {
  const share = (timeline.centreOf(column) - window.from) / (window.to - window.from)
  const inside = share >= 0 && share <= 1
  if (!inside && kind === 'line') return []
  const shape = inside ? kind : share < 0 ? 'left' : 'right'
  const shown = Math.max(0, Math.min(1, share))
  return COLUMN_PANELS.flatMap(name => {
    const box = boxes.get(name)
    return box ? [{ kind: shape, left: box.left + shown * box.width, top: box.top, width: 0, height: box.height }] : []
  })
}

/** A frame around the crosshair's cell in each heatmap, and a line along its layer in each profile. */
export function layerMarks(boxes: PlotBoxes, axis: Axis, layers: number, column: number, layer: number): Mark[] {
  return LAYER_PANELS.flatMap(name => {
    const box = boxes.get(name)
    if (!box) return []
    const row = { top: box.top + (layer / layers) * box.height, height: box.height / layers }
    if (!name.startsWith('heat')) return [{ kind: 'row' as const, left: box.left, width: box.width, ...row }]
    return cellMarks(box, axis, column, row)
  })
}

/** A frame around cells of a column, as far as it is in view. */
export function cellMarks(
  box: PlotBox,
  { timeline, window: { from, to } }: Axis,
  column: number,
  row: Pick<Mark, 'top' | 'height'>
): Mark[] {
  const left = timeline.startOf(column)
  const start = Math.max(0, (left - from) / (to - from)) * box.width
  const end = Math.min(1, (left + timeline.widthOf(column) - from) / (to - from)) * box.width
  return end > start ? [{ kind: 'cell', left: box.left + start, width: end - start, ...row }] : []
}
