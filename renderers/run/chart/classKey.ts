import { hex, type Rgb } from '../paint/oklab'
import { outlineOf, shapeOf } from '../paint/prediction'
import { TEXTS } from '../words/texts'
import type { Layer } from './panel'
import { placedTexts } from './placedTexts'
import type { Scene } from './scene'

/** A key to the classes' colours and shapes. */
export interface ClassKey {
  readonly width: number
  /** whether there is room for it beside a picture */
  readonly beside: boolean
  layers(at: { readonly x: number; readonly y: number }): Layer[]
}

const MOST = 12
const MARK = 18
/** A picture narrower than this leaves no room beside it. */
const PICTURE_FROM = 120
const GAP = 20

/** A line for each class, at most a dozen. */
export function classKey(
  { theme, layout, measure }: Scene,
  classes: readonly string[],
  colors: readonly Rgb[],
  room: number
): ClassKey {
  const named = classes.slice(0, MOST)
  const more = classes.length - named.length
  const texts = more > 0 ? [...named, TEXTS.details.predictions.more(more)] : named
  const width = MARK + Math.ceil(Math.max(...texts.map(measure)))
  const line = Math.round(layout.text * 1.5)
  return {
    width,
    beside: room - width - GAP >= PICTURE_FROM,
    layers: ({ x, y }) => {
      const middle = (i: number) => y + (i + 0.5) * line
      const marks = named.map((_, i) => ({ x: x + 6, y: middle(i), color: hex(colors[i]!), shape: shapeOf(i) }))
      const placed = texts.map((text, i) => ({ text, x: x + MARK, y: middle(i) }))
      return [
        {
          data: { values: marks },
          mark: { type: 'point', filled: true, size: 70, opacity: 1, stroke: outlineOf(theme.kind), strokeWidth: 0.8 },
          encoding: {
            x: { field: 'x', type: 'quantitative', scale: null },
            y: { field: 'y', type: 'quantitative', scale: null },
            fill: { field: 'color', type: 'nominal', scale: null, legend: null },
            shape: { field: 'shape', type: 'nominal', scale: null, legend: null }
          }
        },
        placedTexts(placed, { align: 'left', fontSize: layout.text, color: theme.foreground })
      ]
    }
  }
}
