import type { EstimatedOutput, Estimates } from '../numbers/estimates'
import { outputName } from '../words/estimatesText'
import { TEXTS } from '../words/texts'
import { bold } from './bold'
import type { DetailRoom } from './detailPlace'
import type { Layer, Panel, Position } from './panel'
import type { Scene } from './scene'
import { strut } from './strut'
import { SHORT_NUMBER } from './shortNumber'
import { titleLayer } from './titleLayer'
import { wrap } from './wrap'

const { answers: TEXT } = TEXTS.details

const LARGEST = 220
const SMALLEST = 110
const GAP = 56
const DASH = [4, 3]

/** Predicted against true values: a plot for each output, in rows as the room allows. */
export function estimatePanels(scene: Scene, estimates: Estimates, { left, width }: DetailRoom): Panel[][] {
  const { outputs } = estimates
  const perRow = Math.max(1, Math.min(outputs.length, Math.floor((width + GAP) / (SMALLEST + GAP))))
  const side = Math.floor(Math.min(LARGEST, (width - (perRow - 1) * GAP) / perRow))
  const panels = outputs.map((output, i) => estimatePanel(scene, output, outputName(estimates, i), i, side, left))
  return Array.from({ length: Math.ceil(panels.length / perRow) }, (_, row) =>
    panels.slice(row * perRow, (row + 1) * perRow)
  )
}

function estimatePanel(
  scene: Scene,
  output: EstimatedOutput,
  name: string,
  index: number,
  side: number,
  left: number
): Panel {
  const { theme, layout, measure } = scene
  const span = spanOf(output)
  const x = position(scene, 'truth', span, side, TEXT.trueAxis(name))
  const y = position(scene, 'value', span, side, null)
  return {
    name: `estimates${index}`,
    width: side,
    height: side,
    layer: [
      ...(index === 0 ? [strut(left)] : []),
      diagonal(theme.muted, span),
      points(scene, output, span, x, y),
      titleLayer(theme, layout, wrap(TEXT.predictedAxis(name), side, bold(measure)))
    ]
  }
}

/** True or predicted values along a side of the plot; the upright axis has its title above the plot (null here). */
function position({ theme, layout }: Scene, field: string, span: Span, side: number, title: string | null): Position {
  return {
    field,
    type: 'quantitative',
    scale: scaleOf(span),
    axis: {
      title,
      tickCount: 4,
      format: '~g',
      labelExpr: SHORT_NUMBER,
      grid: true,
      domain: false,
      titleFontSize: layout.text,
      titleColor: theme.foreground,
      titleFontWeight: 'normal',
      titleLimit: side,
      labelOverlap: true,
      minExtent: 0
    }
  }
}

type Span = readonly [from: number, to: number]

const scaleOf = (span: Span) => ({ domain: [...span], nice: false, zero: false })

/** Both axes hold all true values, and predictions up to as far again; what is beyond stands at the edge as a triangle. */
function spanOf({ estimates }: EstimatedOutput): Span {
  const truths = estimates.map(({ truth }) => truth)
  const [low, high] = [Math.min(...truths), Math.max(...truths)]
  const room = high - low || Math.abs(high) || 1
  const near = estimates.map(({ value }) => value).filter(value => value >= low - room && value <= high + room)
  const [from, to] = [Math.min(low, ...near), Math.max(high, ...near)]
  return [from - 0.05 * (to - from || room), to + 0.05 * (to - from || room)]
}

function points({ theme }: Scene, { estimates }: EstimatedOutput, [from, to]: Span, x: Position, y: Position): Layer {
  const values = estimates
    .filter(({ value }) => Number.isFinite(value))
    .map(({ truth, value }) => ({
      truth,
      value: Math.max(from, Math.min(to, value)),
      shape: value > to ? 'triangle-up' : value < from ? 'triangle-down' : 'circle'
    }))
  return {
    data: { values },
    mark: { type: 'point', size: 26, strokeWidth: 1.2, opacity: 0.85, color: theme.foreground },
    encoding: { x, y, shape: { field: 'shape', type: 'nominal', scale: null, legend: null } }
  }
}

function diagonal(color: string, span: Span): Layer {
  const [from, to] = span
  const at = (field: string): Position => ({ field, type: 'quantitative', scale: scaleOf(span) })
  return {
    data: { values: [{ from, to }] },
    mark: { type: 'rule', color, strokeDash: DASH, strokeWidth: 1.5 },
    encoding: { x: at('from'), x2: { field: 'to' }, y: at('from'), y2: { field: 'to' } }
  }
}
