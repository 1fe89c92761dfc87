import { QUANTITIES, type QuantityName } from '../../src/record'
import { ticks, type ColorScale } from './colorScale'
import type { Layout, Measure } from './layout'
import { hex } from './oklab'
import type { Palette } from './palette'
import type { Layer, Panel } from './panel'
import { powerOfTen } from './powers'
import type { Theme } from './theme'
import { wrap } from './wrap'

const WIDEST = 520
const STRIP = 11

/** The signs' key stands beside the strip if there is room for it, else below; its place is kept in any case. */
const KEY_WIDTH = 190

/**
 * The key to the colours: which direction is which, powers of ten, and where the middle comes from. Drawn with plain marks
 * rather than as Vega's legend, because it must say more than numbers and always take the same room.
 */
export function legendPanel(
  theme: Theme,
  layout: Layout,
  scale: ColorScale,
  palette: Palette,
  quantity: QuantityName,
  measure: Measure
): Panel {
  const width = Math.min(WIDEST, layout.plotWidth)
  const lines = wrap(caption(scale, quantity), layout.plotWidth, measure)
  const line = Math.round(layout.text * 1.35)
  const words = lines.length * line + line
  const strip = words + 3
  const beside = layout.plotWidth - width >= KEY_WIDTH
  const keyTop = beside ? strip - 2 : strip + STRIP + 2 * line
  const height = beside ? strip + STRIP + line + 6 : keyTop + line
  return {
    name: 'legend',
    width: layout.plotWidth,
    height,
    layer: [
      texts(theme, layout, lines.map((text, i) => ({ text, x: 0, y: (i + 1) * line - 4, align: 'left' }))), // prettier-ignore
      texts(theme, layout, ends(width, words)),
      gradient(palette, width, strip),
      texts(theme, layout, tickTexts(scale, width, strip + STRIP + line, measure)),
      signs(theme, layout, beside ? width + 28 : 0, keyTop)
    ]
  }
}

/** "Colour: delta on a log scale. Healthy is about 10⁰, the output layer’s magnitude at init." */
export function caption(scale: ColorScale, quantity: QuantityName): string {
  const name = QUANTITIES[quantity].label.split(',')[0]
  const source = {
    output: 'the output layer’s magnitude at init',
    rule: 'a rule of thumb',
    median: 'the median layer’s magnitude at init'
  }[scale.source]
  return `Colour: ${name} on a log scale. Healthy is about ${powerOfTen(scale.middle)}, ${source}.`
}

interface Text {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly align: 'left' | 'center' | 'right'
}

const ends = (width: number, y: number): Text[] => [
  { text: '← vanishing', x: 0, y, align: 'left' },
  { text: 'healthy', x: width / 2, y, align: 'center' },
  { text: 'exploding →', x: width, y, align: 'right' }
]

/** The ends stand for all beyond them; what would run into an end is left out. */
function tickTexts(scale: ColorScale, width: number, y: number, measure: Measure): Text[] {
  const powers = ticks(scale)
  const last = powers.length - 1
  const all = powers.map((power, i): Text => {
    const end = i === 0 ? '≤ ' : i === last ? '≥ ' : ''
    const align = i === 0 ? 'left' : i === last ? 'right' : 'center'
    return { text: `${end}${powerOfTen(power)}`, x: (width * i) / last, y, align }
  })
  const gap = measure('00')
  const room = width / last - gap
  const tight = (i: number, end: number) => measure(all[i]!.text) / 2 + measure(all[end]!.text) > room
  const crowded = tight(1, 0) || tight(last - 1, last)
  return all.filter((_, i) => !(crowded && (i === 1 || i === last - 1)))
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
function gradient({ colors }: Palette, width: number, top: number): Layer {
  const last = colors.length - 1
  const picked = colors.map((color, i) => ({ offset: i / last, color: hex(color) })).filter((_, i) => i % 8 === 0)
  return {
    data: { values: [{}] },
    mark: { type: 'rect', color: { gradient: 'linear', x1: 0, y1: 0, x2: 1, y2: 0, stops: picked } },
    encoding: { x: { value: 0 }, x2: { value: width }, y: { value: top }, y2: { value: top + STRIP } }
  }
}

/** "× not finite   ○ exactly zero": rows of the data set `signs`, present only if the heatmap has such cells. */
function signs(theme: Theme, { text: fontSize }: Layout, left: number, top: number): Layer {
  return {
    data: { name: 'signs' },
    transform: [{ calculate: `${left} + datum.index * ${fontSize * 7.2}`, as: 'x' }],
    mark: { type: 'text', align: 'left', baseline: 'top', fontSize, color: theme.foreground },
    encoding: {
      x: { field: 'x', type: 'quantitative', scale: null },
      y: { value: top },
      text: { field: 'text', type: 'nominal' }
    }
  }
}
