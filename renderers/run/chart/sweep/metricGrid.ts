import { compareScores } from '../../../../src/record'
import type { Axis } from '../../numbers/sweep/axis'
import { placeIn, type NumericDimension } from '../../numbers/sweep/dimensions'
import { labelSize } from '../../paint/theme'
import { SWEEP_FIGURE } from '../../words/sweepTexts'
import { dimensionName, groupScore } from '../../words/sweepWords'
import { metricColor } from './metricColors'
import { paragraph } from './paragraph'
import { px, stacked, svg, type Drawing, type SvgNode } from './svg'
import type { SweepScene } from './sweepScene'

const { metric: WORDS } = SWEEP_FIGURE
const WIDEST_CELL = 84
const LEFT = 56

/** Where the cells of a grid stand, px. */
interface Grid {
  readonly x: NumericDimension
  readonly y: NumericDimension
  /** of a cell */
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
}

function gridFor({ theme, width }: SweepScene, x: NumericDimension, y: NumericDimension): Grid {
  const cell = Math.min(WIDEST_CELL, (width - LEFT) / x.values.length)
  const [height, top] = [Math.max(16, Math.min(30, cell * 0.6)), 2 * labelSize(theme) + 14]
  return { x, y, width: cell, height, top, bottom: top + y.values.length * height }
}

/** The metric by two parameters as a cell for each pair of values, with its number; of several groups in a cell the best. */
export function metricGrid(
  scene: SweepScene,
  x: NumericDimension,
  y: NumericDimension,
  axis: Axis,
  title: string
): Drawing {
  const { groups, theme, width } = scene
  const grid = gridFor(scene, x, y)
  const best = bestInCells(scene, grid)
  const nodes = [
    text(scene, 0, labelSize(theme), theme.foreground, title, 'start', 600),
    ...[...best.values()].flatMap(group => cellNodes(scene, grid, axis, group)),
    ...labelNodes(scene, grid)
  ]
  const each = Math.round(groups.length / best.size)
  const note = [WORDS.strongest, ...(each > 1 ? [WORDS.bestOf(each)] : [])].join(' ')
  return stacked([{ width, height: grid.bottom + 2 * labelSize(theme) + 10, nodes }, paragraph(scene, note)], 2)
}

/** The best group of each cell that has one, by "column/row". */
function bestInCells({ groups, metric }: SweepScene, { x, y }: Grid): Map<string, number> {
  const best = new Map<string, number>()
  groups.forEach((group, i) => {
    const key = `${placeIn(x, group)}/${placeIn(y, group)}`
    const known = best.get(key)
    if (known === undefined || compareScores(group.score, groups[known]!.score, metric) < 0) best.set(key, i)
  })
  return best
}

/** The cell of a group: its colour, and its number where there is room. The best of all has a frame. */
function cellNodes(scene: SweepScene, grid: Grid, axis: Axis, index: number): SvgNode[] {
  const { groups, metric, theme, measure, ordered } = scene
  const group = groups[index]!
  if (group.median === null) return []
  const { width, height } = grid
  const left = LEFT + placeIn(grid.x, group) * width
  const top = grid.top + (grid.y.values.length - 1 - placeIn(grid.y, group)) * height
  const fill = metricColor(scene, axis, group.score)
  const frame =
    index === ordered[0]
      ? { stroke: theme.foreground, 'stroke-width': 2 }
      : { stroke: theme.background, 'stroke-width': 1 }
  const box = svg('rect', { x: px(left), y: px(top), width: px(width), height: px(height), fill, ...frame })
  const number = group.score === null ? '×' : groupScore(group, metric)
  if (measure(number) >= width - 4) return [box]
  return [box, text(scene, left + width / 2, top + height / 2 + labelSize(theme) / 3, inkOn(fill), number)]
}

/** The parameters' values beside the cells, as many as have room, and their names. */
function labelNodes(scene: SweepScene, { x, y, width, height, top, bottom }: Grid): SvgNode[] {
  const { measure, theme } = scene
  const { muted } = theme
  const size = labelSize(theme)
  const step = Math.max(1, Math.ceil((Math.max(...x.values.map(measure)) + 8) / width))
  return [
    ...x.values.flatMap((value, i) =>
      i % step === 0 ? [text(scene, LEFT + (i + 0.5) * width, bottom + size + 3, muted, value)] : []
    ),
    ...y.values.map((value, i) => text(scene, LEFT - 6, bottom - (i + 0.5) * height + size / 3, muted, value, 'end')),
    text(scene, 0, top - 6, muted, `${dimensionName(y.name)} ↑`, 'start'),
    text(scene, LEFT, bottom + 2 * size + 7, muted, `${dimensionName(x.name)} →`, 'start')
  ]
}

const text = (
  { theme }: SweepScene,
  left: number,
  top: number,
  fill: string,
  content: string,
  anchor = 'middle',
  weight = 400
): SvgNode =>
  svg(
    'text',
    {
      x: px(left),
      y: px(top),
      fill,
      'font-size': labelSize(theme),
      'text-anchor': anchor,
      'font-weight': weight
    },
    content
  )

/** Black or white, whichever is read more easily upon `color`, "#rrggbb". */
function inkOn(color: string): string {
  const [red, green, blue] = [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16)) as [number, number, number]
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? '#111111' : '#ffffff'
}
