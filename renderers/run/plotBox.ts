import type { View } from 'vega'

/** A panel's plot area in CSS pixels from the chart's top left corner. */
export interface PlotBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

interface Group {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly items: readonly { readonly name?: string; readonly items: readonly Group[] }[]
}

/** Where the panel called `name` was laid out; null before the first drawing. */
export function plotBox(view: View, name: string): PlotBox | null {
  const root = (view.scenegraph() as unknown as { root: { items: readonly Group[] } }).root.items[0]
  const group = root?.items.find(mark => mark.name === `${name}_group`)?.items[0]
  if (!group) return null
  const [left, top] = view.origin()
  return {
    left: left! + (group.x ?? 0),
    top: top! + (group.y ?? 0),
    width: group.width ?? 0,
    height: group.height ?? 0
  }
}

/** Which of `count` equal parts of `length` holds `offset`; null outside. */
export function partAt(offset: number, length: number, count: number): number | null {
  const part = Math.floor((offset / length) * count)
  return part >= 0 && part < count ? part : null
}
