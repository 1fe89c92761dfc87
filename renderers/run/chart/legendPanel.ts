import { ticks, type ColorScale } from '../numbers/colorScale'
import { hex, type Rgb } from '../paint/oklab'
import type { Theme } from '../paint/theme'
import { caption } from '../words/caption'
import { TEXTS } from '../words/texts'
import { tickText } from '../words/tickText'
import { measureName } from '../words/verdict'
import type { Layout, Measure } from './layout'
import type { Layer, Panel } from './panel'
import type { Heat, Scene } from './scene'
import { wrap } from './wrap'

const { legend: TEXT } = TEXTS

const WIDEST = 420
const STRIP = 11

/** The signs' key stands beside the strip if there is room for it, else below; its place is kept in any case. */
const KEY_WIDTH = 170

/**
 * The key to the colours: which direction is which, numbers, and where the middle comes from. Drawn with plain marks
 * rather than as Vega's legend, because it must say more than numbers and always take the same room.
 */
export function legendPanel(scene: Scene, { slot, name, scale, ramp }: Heat): Panel {
  const { theme, layout, measure } = scene
  const { left, room } = placeOf(layout)
  const width = Math.min(WIDEST, room)
  const lines = wrap(captionOf(scene, { scale, name }), room, measure)
  const line = Math.round(layout.text * 1.35)
  const words = (captionLines(scene) + 1) * line
  const strip = words + 3
  const beside = room - width >= KEY_WIDTH
  const key = beside
    ? { left: left + width + 28, top: words - line + 4, across: 0, down: line }
    : { left, top: strip + STRIP + line + 10, across: measure(TEXTS.facts.overflow) + 28, down: 0 }
  const height = strip + STRIP + line + (beside ? 6 : line + 12)
  return {
    name: `legend${slot}`,
    width: room,
    height,
    layer: [
      texts(
        theme,
        layout,
        lines.map((text, i) => ({ text, x: left, y: (i + 1) * line - 4, align: 'left' }))
      ),
      texts(theme, layout, shifted(apart(ends(scale, width, words), measure), left)),
      gradient(ramp, left, width, strip),
      texts(theme, layout, shifted(tickTexts(scale, width, strip + STRIP + line, measure), left)),
      signs(theme, layout, slot, key)
    ]
  }
}

/** As many for every heatmap, so that legends next to each other stand level. */
const captionLines = (scene: Scene): number =>
  Math.max(...scene.heats.map(heat => wrap(captionOf(scene, heat), placeOf(scene.layout).room, scene.measure).length))

const captionOf = ({ record, look }: Scene, { scale, name }: Pick<Heat, 'scale' | 'name'>): string =>
  caption(scale, name, { measure: measureName(record), scaleOf: look.free ? 'figure' : look.scaleOf })

/** Under its heatmap alone, or under the profile too; where that is little, also under the rows' names. */
function placeOf({ arrangement, plotWidth, gap, profileWidth, gutter }: Layout): { left: number; room: number } {
  if (arrangement === 'side') return { left: 0, room: plotWidth + gap + profileWidth }
  const more = plotWidth < LITTLE ? gutter - MARGIN : 0
  return { left: -more, room: plotWidth + more }
}

const LITTLE = 260
const MARGIN = 8

const shifted = (texts: readonly Text[], left: number): Text[] => texts.map(text => ({ ...text, x: text.x + left }))

interface Text {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly align: 'left' | 'center' | 'right'
}

function ends({ kind }: ColorScale, width: number, y: number): Text[] {
  const { low, middle, high } = TEXT.ends[kind]
  return [
    { text: low, x: 0, y, align: 'left' },
    { text: high, x: width, y, align: 'right' },
    { text: middle, x: width / 2, y, align: 'center' }
  ]
}

/** The ends stand for all beyond them; what would run into a neighbour is left out, the ends and the middle last. */
function tickTexts(scale: ColorScale, width: number, y: number, measure: Measure): Text[] {
  const all = ticks(scale)
  const last = all.length - 1
  const placed = all.map(({ value, position }, i): Text => {
    const text = tickText(scale.kind, value)
    const beyond = scale.kind !== 'log' ? text : i === 0 ? TEXT.atMost(text) : i === last ? TEXT.atLeast(text) : text
    const align = i === 0 ? 'left' : i === last ? 'right' : 'center'
    return { text: beyond, x: (width * (position + 1)) / 2, y, align }
  })
  return apart([placed[0]!, placed[last]!, placed.find(({ x }) => x === width / 2)!, ...placed], measure)
}

/** Without what would run into one before it. */
function apart(ranked: readonly Text[], measure: Measure): Text[] {
  const kept: Text[] = []
  for (const text of ranked)
    if (!kept.includes(text) && kept.every(other => clear(text, other, measure))) kept.push(text)
  return kept
}

/** Whether two texts have room between them. */
function clear(a: Text, b: Text, measure: Measure): boolean {
  const [left, right] = a.x < b.x ? [a, b] : [b, a]
  return spanOf(left, measure).to + measure('00') <= spanOf(right, measure).from
}

function spanOf({ text, x, align }: Text, measure: Measure): { from: number; to: number } {
  const width = measure(text)
  const from = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
  return { from, to: from + width }
}

function texts(theme: Theme, { text: fontSize }: Layout, values: Text[]): Layer {
  return {
    data: { values },
    mark: { type: 'text', baseline: 'alphabetic', align: { expr: 'datum.align' }, fontSize, color: theme.muted },
    encoding: {
      x: { field: 'x', type: 'quantitative', scale: null },
      y: { field: 'y', type: 'quantitative', scale: null },
      text: { field: 'text', type: 'nominal' }
    }
  }
}

/** Colours at every eighth of a half: close enough that the gradient between them is the palette's own. */
function gradient(colors: readonly Rgb[], left: number, width: number, top: number): Layer {
  const last = colors.length - 1
  const picked = colors.map((color, i) => ({ offset: i / last, color: hex(color) })).filter((_, i) => i % 8 === 0)
  return {
    data: { values: [{}] },
    mark: { type: 'rect', color: { gradient: 'linear', x1: 0, y1: 0, x2: 1, y2: 0, stops: picked } },
    encoding: { x: { value: left }, x2: { value: left + width }, y: { value: top }, y2: { value: top + STRIP } }
  }
}

/** Where the first sign's meaning stands, and how far the next is from it, px. */
interface Key {
  readonly left: number
  readonly top: number
  readonly across: number
  readonly down: number
}

/**
 * "× not finite ○ exactly zero ▾ zero in float32": rows of the data set `signs`, present only if there are such cells.
 */
function signs(theme: Theme, { text: fontSize }: Layout, slot: Heat['slot'], { left, top, across, down }: Key): Layer {
  return {
    data: { name: `signs${slot}` },
    transform: [
      { calculate: `${left} + datum.index * ${across}`, as: 'x' },
      { calculate: `${top} + datum.index * ${down}`, as: 'y' }
    ],
    mark: { type: 'text', align: 'left', baseline: 'top', fontSize, color: theme.foreground },
    encoding: {
      x: { field: 'x', type: 'quantitative', scale: null },
      y: { field: 'y', type: 'quantitative', scale: null },
      text: { field: 'text', type: 'nominal' }
    }
  }
}
