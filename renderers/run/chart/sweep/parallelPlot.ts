import { axisBetween, placeOn } from '../../numbers/sweep/axis'
import { placeIn, type Dimension } from '../../numbers/sweep/dimensions'
import { labelSize } from '../../paint/theme'
import { SWEEP_FIGURE } from '../../words/sweepTexts'
import { dimensionName, groupScore } from '../../words/sweepWords'
import { metricColor } from './metricColors'
import { scoreAxis } from './metricHeat'
import { fitted } from '../fitted'
import { paragraph } from './paragraph'
import { px, stacked, svg, type Drawing, type SvgNode } from './svg'
import type { SweepScene } from './sweepScene'

const HEIGHT = 200
const MOST_AXES = 9
/** Lines of one colour are one path: a thousand groups draw as quickly as ten. */
const SHADES = 12

/** An axis of the picture, and where a group stands on it, 0 … 1. */
interface ParallelAxis {
  readonly title: string
  readonly ends: readonly [low: string, high: string]
  readonly place: (group: number) => number
}

/** A line a group through its value of every dimension to its number; the best lie above. */
export function parallelPlot(scene: SweepScene): Drawing {
  const { theme, width, groups, ordered, metric, measure } = scene
  const size = labelSize(theme)
  const axis = scoreAxis(scene)
  const axes = [...scene.dimensions.slice(0, MOST_AXES).map(each => axisOf(scene, each)), scoreLine(scene)]
  const [left, right, top] = [8, 8, 3 * size + 16]
  const step = (width - left - right) / (axes.length - 1)
  const at = (i: number) => px(left + i * step)
  const text = (x: number, y: number, fill: string, content: string, anchor: string, weight = 400) =>
    svg('text', { x: px(x), y: px(y), fill, 'font-size': size, 'text-anchor': anchor, 'font-weight': weight }, content)
  const worstFirst = [...ordered].reverse().filter(group => groups[group]!.median !== null)
  const lineOf = (group: number) => axes.map(({ place }, i) => `${i === 0 ? 'M' : 'L'}${at(i)} ${px(top + (1 - place(group)) * HEIGHT)}`).join('') // prettier-ignore
  const shades = Array.from({ length: SHADES }, (_, i) => worstFirst.slice(Math.floor((i * worstFirst.length) / SHADES), Math.floor(((i + 1) * worstFirst.length) / SHADES))) // prettier-ignore
  const lines = shades
    .filter(shade => shade.length > 0)
    .map(shade => svg('path', { d: shade.map(lineOf).join(''), fill: 'none', stroke: metricColor(scene, axis, groups[shade.at(-1)!]!.score), 'stroke-width': 1.2 })) // prettier-ignore
  const frames = axes.flatMap(({ title, ends }, i): SvgNode[] => {
    const anchor = i === 0 ? 'start' : i === axes.length - 1 ? 'end' : 'middle'
    const [low, high] = ends
    return [
      svg('line', { x1: at(i), x2: at(i), y1: top, y2: top + HEIGHT, stroke: theme.border }),
      text(at(i), 2 * size + 8, theme.foreground, fitted(title, step - 8, measure), anchor, 600),
      text(at(i), top - 4, theme.muted, fitted(high, step - 8, measure), anchor),
      text(at(i), top + HEIGHT + size + 3, theme.muted, fitted(low, step - 8, measure), anchor)
    ]
  })
  const title = text(0, size, theme.foreground, SWEEP_FIGURE.metric.parallel(SWEEP_FIGURE.toolbar.metrics[metric.name]), 'start', 600) // prettier-ignore
  const height = top + HEIGHT + size + 12
  return stacked(
    [{ width, height, nodes: [title, ...lines, ...frames] }, paragraph(scene, SWEEP_FIGURE.metric.strongest)],
    2
  )
}

function axisOf({ groups }: SweepScene, dimension: Dimension): ParallelAxis {
  const { values, numbers, name, log } = dimension
  const scale = numbers && axisBetween(numbers, 4, log)
  return {
    title: dimensionName(name),
    ends: [values[0]!, values.at(-1)!],
    place: group => {
      const place = placeIn(dimension, groups[group]!)
      return scale ? placeOn(scale, numbers[place]!) : place / Math.max(1, values.length - 1)
    }
  }
}

/** The number at the right end: the best above. */
function scoreLine(scene: SweepScene): ParallelAxis {
  const { groups, metric, ordered } = scene
  const axis = scoreAxis(scene)
  const told = ordered.filter(group => groups[group]!.score !== null)
  const good = (score: number) => (metric.sign > 0 ? placeOn(axis, score) : 1 - placeOn(axis, score))
  return {
    title: SWEEP_FIGURE.toolbar.metrics[metric.name],
    ends: [groupScore(groups[told.at(-1)!]!, metric), groupScore(groups[told[0]!]!, metric)],
    place: group => (groups[group]!.score === null ? 0 : good(groups[group]!.score))
  }
}
