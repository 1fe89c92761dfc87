import { labelSize } from '../../paint/theme'
import { hex, type Rgb } from '../../paint/oklab'
import { powerOfTen } from '../../words/tickText'
import { SWEEP_FIGURE } from '../../words/sweepTexts'
import { dimensionName, groupScore } from '../../words/sweepWords'
import { TEXTS } from '../../words/texts'
import type { Reach } from '../../numbers/colorScale'
import { MOST_REACH } from '../../numbers/sweep/thumbField'
import { fitted } from '../fitted'
import type { Measure } from '../layout'
import { rowsTitle, type MultiplesLayout, type Thumb } from './multiplesLayout'
import { px, svg, type Drawing, type SvgNode } from './svg'
import type { SweepScene } from './sweepScene'

const { multiples: WORDS, legend: ENDS } = SWEEP_FIGURE

/** Everything of the small multiples but their pixels: names of rows and columns, numbers with bars on one scale, what went wrong. */
export function multiplesDrawing(scene: SweepScene, layout: MultiplesLayout): Drawing {
  const size = labelSize(scene.theme)
  const most = largestScore(scene)
  return {
    width: scene.width,
    height: layout.height,
    nodes: [...heads(scene, layout, size), ...layout.thumbs.map(thumb => thumbNode(scene, layout, thumb, most, size))]
  }
}

const largestScore = ({ groups }: SweepScene): number =>
  groups.reduce((most, { score }) => Math.max(most, Math.abs(score ?? 0)), 0)

function heads(
  { theme, facets, measure }: SweepScene,
  { rows, columns, line }: MultiplesLayout,
  size: number
): SvgNode[] {
  const text = (x: number, y: number, fill: string, content: string, weight = 400) =>
    svg('text', { x: px(x), y: px(y), fill, 'font-size': size, 'font-weight': weight }, content)
  const [first] = columns
  return [
    ...(first && facets.columns
      ? [text(first.x, line - 5, theme.muted, `${dimensionName(facets.columns.name)} →`)]
      : []),
    ...columns.map(({ x, y, text: content }) => text(x, y + line - 5, theme.foreground, content, 600)),
    ...(facets.rows && first
      ? [text(0, 2 * line - 5, theme.muted, fitted(rowsTitle(facets.rows.name), first.x - 6, measure))]
      : []),
    ...rows.map(({ y, height, text: content }) =>
      text(0, y + Math.min(height, 64) / 2 + size / 2, theme.foreground, content, 600)
    )
  ]
}

function thumbNode(
  { theme, groups, metric, ordered }: SweepScene,
  { line }: MultiplesLayout,
  { group, picture, caption, notes }: Thumb,
  most: number,
  size: number
): SvgNode {
  const { x, y, width, height } = picture
  const result = groups[group]!
  const isBest = group === ordered[0] && result.score !== null
  const bottom = y + height
  const share = most > 0 && result.score !== null ? Math.abs(result.score) / most : 0
  const text = (top: number, fill: string, content: string, weight = 400) =>
    svg('text', { x: px(x), y: px(top), fill, 'font-size': size, 'font-weight': weight }, content)
  return svg(
    'g',
    {},
    ...(caption === '' ? [] : [text(y - 5, theme.foreground, caption)]),
    svg('rect', { x: px(x - 0.5), y: px(y - 0.5), width: width + 1, height: height + 1, fill: 'none', stroke: isBest ? theme.foreground : theme.border, 'stroke-width': isBest ? 2 : 1 }), // prettier-ignore
    svg('rect', { x: px(x), y: px(bottom + 4), width, height: 3, fill: theme.grid }),
    svg('rect', {
      x: px(x),
      y: px(bottom + 4),
      width: px(Math.max(share > 0 ? 1 : 0, share * width)),
      height: 3,
      fill: theme.healthy
    }),
    text(bottom + 8 + line - 4, theme.foreground, groupScore(result, metric), isBest ? 700 : 400),
    ...notes.map((note, i) => text(bottom + 8 + (i + 2) * line - 4, theme.alert, note))
  )
}

const LEGEND_WIDTH = 260
const STRIP = 10
/** Of so many neighbouring colours one is shown: they cannot be told apart. */
const STRIP_STEP = 4
/** Words that are closer, px, read as one. */
const WORD_GAP = 6

interface LegendEnds {
  readonly low: string
  readonly middle: string
  readonly high: string
}

/** Whether the words in the middle, centred, keep clear of those at both ends. */
const hasRoomBetween = ({ low, middle, high }: LegendEnds, length: number, measure: Measure): boolean =>
  length / 2 - measure(middle) / 2 - Math.max(measure(low), measure(high)) >= WORD_GAP

/** The colours, with numbers, words and the marks of what has no place on them. */
export function legendDrawing(
  { theme, palette, width, measure }: SweepScene,
  reach: Reach,
  { ramp = palette.colors, ends = ENDS }: { readonly ramp?: readonly Rgb[]; readonly ends?: LegendEnds } = {}
): Drawing {
  const size = labelSize(theme)
  const length = Math.min(LEGEND_WIDTH, width - 1)
  const colors = ramp.filter((_, i) => i % STRIP_STEP === 0)
  const step = length / colors.length
  const strip = colors.map((color, i) => svg('rect', { x: px(i * step), y: 0, width: px(step + 0.6), height: STRIP, fill: hex(color) })) // prettier-ignore
  const text = (x: number, y: number, content: string, anchor: string) =>
    svg('text', { x: px(x), y, fill: theme.muted, 'font-size': size, 'text-anchor': anchor }, content)
  const marks = `${TEXTS.legend.nonfinite}   ${TEXTS.legend.zero}`
  const low = reach.low < MOST_REACH ? powerOfTen(-reach.low) : TEXTS.legend.atMost(powerOfTen(-reach.low))
  const high = reach.high < MOST_REACH ? powerOfTen(reach.high) : TEXTS.legend.atLeast(powerOfTen(reach.high))
  const aside = width > length + measure(marks) + 24
  return {
    width,
    height: STRIP + 2 * (size + 4) + (aside ? 0 : size + 6),
    nodes: [
      ...strip,
      text(0, STRIP + size + 2, low, 'start'),
      text(length / 2, STRIP + size + 2, '1', 'middle'),
      text(length, STRIP + size + 2, high, 'end'),
      text(0, STRIP + 2 * size + 6, ends.low, 'start'),
      ...(hasRoomBetween(ends, length, measure) ? [text(length / 2, STRIP + 2 * size + 6, ends.middle, 'middle')] : []),
      text(length, STRIP + 2 * size + 6, ends.high, 'end'),
      aside ? text(length + 24, STRIP, marks, 'start') : text(0, STRIP + 3 * size + 12, marks, 'start')
    ]
  }
}

/** What is said below the small multiples. */
export const multiplesCaption = ({ record, facets }: SweepScene): string =>
  [
    WORDS.legend,
    ...(record.seeds > 1 ? [WORDS.medianOf(record.seeds)] : []),
    ...(facets.hidden > 0 ? [WORDS.best(facets.facets.length, facets.hidden)] : [])
  ].join(' ')
