import type { View } from 'vega'
import type { PlotBox, PlotBoxes } from '../pointing/plotBox'

interface Group {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly items?: readonly { readonly name?: string; readonly items?: readonly Group[] }[]
}

/** Where the panels were laid out; empty before the first drawing. */
export function plotBoxes(view: View): PlotBoxes {
  const root = (view.scenegraph() as unknown as { root: { items: readonly Group[] } }).root.items[0]
  const boxes = new Map<string, PlotBox>()
  const [left, top] = view.origin()
  if (root) collect(root, left!, top!, boxes)
  return boxes
}

/** Panels in a row stand in a group of their own. */
function collect(group: Group, left: number, top: number, boxes: Map<string, PlotBox>): void {
  for (const { name, items } of group.items ?? []) {
    const inner = items?.[0]
    if (!name?.endsWith('_group') || !inner) continue
    const [x, y] = [left + (inner.x ?? 0), top + (inner.y ?? 0)]
    boxes.set(name.slice(0, -'_group'.length), { left: x, top: y, width: inner.width ?? 0, height: inner.height ?? 0 })
    collect(inner, x, y, boxes)
  }
}
