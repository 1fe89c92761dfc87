import { labelSize, type Theme } from '../../paint/theme'
import { COMPARE_FIGURE as WORDS } from '../../words/sweepTexts'
import type { CompareHeat } from '../../numbers/sweep/compareHeat'
import type { ThumbRatios } from '../../numbers/sweep/thumbField'
import type { Measure } from '../layout'
import { bold } from '../bold'
import { fitted } from '../fitted'
import type { Box } from './multiplesLayout'
import { px, svg, type Drawing, type SvgNode } from './svg'

/** A heatmap among others: what it shows, and whose layers and epochs these are. */
export interface Panel {
  readonly title: string
  readonly ratios: ThumbRatios
  readonly heat: CompareHeat
}

export interface PlacedPanel extends Panel {
  readonly picture: Box
  /** columns of its axis: those of the longest, so that equal epochs stand at equal places */
  readonly span: number
}

export interface PanelRow {
  readonly panels: readonly PlacedPanel[]
  readonly drawing: Drawing
}

const GAP = 16
const NARROWEST = 200
const WIDEST = 480

/** Heatmaps next to each other as far as they fit, each with its title, layers and epochs. */
export function panelRow(
  panels: readonly Panel[],
  { theme, measure, width }: { readonly theme: Theme; readonly measure: Measure; readonly width: number }
): PanelRow {
  const size = labelSize(theme)
  const line = size + 5
  const gutter = 8 + panels.flatMap(({ heat }) => heat.names).reduce((most, name) => Math.max(most, measure(name)), 0)
  const across = Math.max(1, Math.min(panels.length, Math.floor((width - gutter + GAP) / (NARROWEST + GAP))))
  const panelWidth = Math.floor(Math.min(WIDEST, (width - gutter - GAP * (across - 1)) / across))
  const span = panels.reduce((most, { heat }) => Math.max(most, heat.columns), 1)
  const placed: PlacedPanel[] = []
  const nodes: SvgNode[] = []
  let y = 0
  for (let from = 0; from < panels.length; from += across) {
    const row = panels.slice(from, from + across)
    const layers = row.reduce((most, { heat }) => Math.max(most, heat.layers), 1)
    const height = Math.min(240, Math.max(60, layers * 14))
    row.forEach((panel, i) => {
      const picture = { x: gutter + i * (panelWidth + GAP), y: y + line + 2, width: panelWidth, height }
      const made = { ...panel, picture, span }
      placed.push(made)
      nodes.push(...panelNodes(made, i === 0 || !sameNames(panel, row[i - 1]!), gutter, theme, measure))
    })
    y += line + height + 2 * line + 6
  }
  return { panels: placed, drawing: { width, height: y, nodes } }
}

const sameNames = (a: Panel, b: Panel): boolean => a.heat.names.join() === b.heat.names.join()

function panelNodes(
  { title, heat, picture, span }: PlacedPanel,
  named: boolean,
  gutter: number,
  theme: Theme,
  measure: Measure
): SvgNode[] {
  const size = labelSize(theme)
  const { x, y, width, height } = picture
  const text = (left: number, top: number, fill: string, content: string, anchor: string, weight = 400) =>
    svg(
      'text',
      { x: px(left), y: px(top), fill, 'font-size': size, 'text-anchor': anchor, 'font-weight': weight },
      content
    )
  const step = Math.max(1, Math.ceil((size + 2) / (height / heat.layers)))
  const names = named && x < gutter + 1 ? heat.names : []
  const end = heat.epochs.at(-1)!
  return [
    text(x, y - 6, theme.foreground, fitted(title, width, bold(measure)), 'start', 600),
    svg('rect', { x: px(x - 0.5), y: px(y - 0.5), width: width + 1, height: height + 1, fill: 'none', stroke: theme.border }), // prettier-ignore
    ...names.flatMap((name, i) => (i % step === 0 ? [text(x - 6, y + ((i + 0.5) * height) / heat.layers + size / 3, theme.muted, name, 'end')] : [])), // prettier-ignore
    text(x, y + height + size + 3, theme.muted, WORDS.init, 'start'),
    text(x + (width * heat.columns) / span, y + height + size + 3, theme.muted, String(end), 'end')
  ]
}
