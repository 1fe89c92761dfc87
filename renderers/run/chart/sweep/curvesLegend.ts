import { countFates } from '../../../../src/record'
import type { SeriesStyle } from '../../paint/seriesColors'
import { labelSize } from '../../paint/theme'
import { SWEEP_FIGURE } from '../../words/sweepTexts'
import { fateTexts, groupName, groupScore } from '../../words/sweepWords'
import { fitted } from '../fitted'
import { paragraph } from './paragraph'
import { px, stacked, svg, type Drawing, type SvgNode } from './svg'
import type { SweepScene } from './sweepScene'

const { curves: WORDS } = SWEEP_FIGURE

/** A group among those told apart: its band in each plot. */
export interface Series {
  /** index among the groups */
  readonly group: number
  readonly style: SeriesStyle
}

/** What of the curves has no colour of its own, or is no curve. */
interface Rest {
  /** how many groups are grey */
  readonly others: number
  readonly hasAccuracy: boolean
}

/** A figure of at least so many px has two columns. */
export const SIDE_BY_SIDE = 620
/** The sample of a line, and what comes behind it, px from the left. */
const LINE = 24
const NAME = 30
const GAP = 10

/** A line a group: its mark, name, number, and how many of its runs went wrong; then what is grey. */
export function curvesLegend(scene: SweepScene, series: readonly Series[], rest: Rest): Drawing {
  const { theme, width } = scene
  const size = labelSize(theme)
  const line = size + 6
  const across = width >= SIDE_BY_SIDE ? 2 : 1
  const each = width / across
  const nodes = series.flatMap((one, i) => {
    const [x, y] = [(i % across) * each, Math.floor(i / across) * line + size]
    return entry(scene, one, x, y, each)
  })
  const height = Math.ceil(series.length / across) * line
  return stacked([{ width, height, nodes }, paragraph(scene, notes(scene, rest))], 4)
}

function entry(scene: SweepScene, { group, style }: Series, x: number, y: number, width: number): SvgNode[] {
  const { theme, record, groups, metric, measure } = scene
  const result = groups[group]!
  const wrong = fateTexts(result.fates, result.runs.length).join(', ')
  const score = `: ${groupScore(result, metric)}`
  const room = width - NAME - 6 - measure(wrong) - GAP - 4
  const name = `${fitted(groupName(record, result), room - measure(score), measure)}${score}`
  const text = (left: number, fill: string, content: string) =>
    svg('text', { x: px(left), y: px(y), fill, 'font-size': labelSize(theme) }, content)
  return [
    svg('line', { x1: px(x), x2: px(x + LINE), y1: y - 4, y2: y - 4, stroke: style.color, 'stroke-width': 2.4, 'stroke-dasharray': style.dash }), // prettier-ignore
    text(x + NAME, theme.foreground, name),
    ...(wrong === '' ? [] : [text(x + NAME + measure(name) + GAP, theme.alert, wrong)])
  ]
}

/** What bands are, what is grey, and how many runs left the plot. */
function notes({ record }: SweepScene, { others, hasAccuracy }: Rest): string {
  const { diverged } = countFates(record.runs)
  return [
    WORDS.bands,
    ...(others > 0 ? [WORDS.others(others)] : []),
    ...(diverged > 0 ? [WORDS.diverged(diverged, record.runs.length, hasAccuracy)] : [])
  ].join(' ')
}
