import type { LossScale } from '../numbers/curves'
import type { Theme } from '../paint/theme'
import { TEXTS } from '../words/texts'
import { measureName } from '../words/verdict'
import { bold } from './bold'
import { columnAxis, columnScale } from './columnAxis'
import type { Layout, Measure } from './layout'
import type { Encoding, Layer, Panel, Position } from './panel'
import type { Scene } from './scene'
import { SHORT_NUMBER } from './shortNumber'
import { titleLayer, titleMiddle } from './titleLayer'
import { wrap } from './wrap'

const { curves: TEXT } = TEXTS

type PositionScale = Extract<Position, { scale?: unknown }>['scale']
type PositionAxis = Exclude<Extract<Position, { axis?: unknown }>['axis'], null | undefined>

/** What the two line charts differ in. */
interface Measured {
  readonly field: 'loss' | 'accuracy' | 'size'
  readonly width?: number
  readonly height: number
  readonly scale: PositionScale
  readonly axis: PositionAxis
}

/** Lines between a logarithmic axis' powers of ten say that it is one, quietly. */
const FAINT_WITHOUT_LABEL = { condition: { test: "datum.label === ''", value: 0.35 }, value: 1 }

/** "50 %", as in every other text of ours */
const PERCENT = "format(100 * datum.value, 'd') + ' %'"

const SOLID = [1, 0]
const DASHED = [5, 3]

/**
 * An empty axis takes the same room as any other. The span is a signal: were it Vega's to find, every point would be
 * placed anew with each epoch.
 */
const LOSS_SCALES: { readonly [scale in LossScale]: PositionScale } = {
  empty: { domain: [0, 1] },
  linear: { type: 'linear', domain: { expr: 'lossSpan' }, nice: 4 },
  log: { type: 'log', domain: { expr: 'lossSpan' }, nice: true }
}

/** Training and test loss by epoch, with the key to both line styles. */
export function lossPanel(scene: Scene, hasTest: boolean): Panel {
  const { layout, curves } = scene
  const { scale } = curves.axis
  const measured: Measured = {
    field: 'loss',
    height: layout.lossHeight,
    scale: LOSS_SCALES[scale],
    axis: { tickCount: scale === 'log' ? 3 : 4, format: '~g', labelExpr: SHORT_NUMBER }
  }
  return linePanel(scene, measured, scale === 'log' ? TEXT.logLoss : TEXT.loss, hasTest)
}

/** Training and test accuracy by epoch, always from 0 to 100 %; as wide as the heatmap, or `width` px. */
export function accuracyPanel(scene: Scene, width = scene.layout.plotWidth): Panel {
  const measured: Measured = {
    field: 'accuracy',
    width,
    height: scene.layout.accuracyHeight,
    scale: { domain: [0, 1] },
    axis: { values: [0, 0.5, 1], labelExpr: PERCENT }
  }
  return linePanel(scene, measured, TEXT.accuracy)
}

/** How large the signal is altogether: delta at the last hidden layer by epoch; as large as its place above the heatmap, or as given. */
export function sizePanel(scene: Scene, width = scene.layout.plotWidth, height = scene.layout.sizeHeight): Panel {
  const measured: Measured = {
    field: 'size',
    width,
    height,
    scale: { type: 'log', domain: { expr: 'sizeSpan' }, nice: false },
    axis: { values: { expr: 'sizeSpan' }, format: '~g', labelExpr: SHORT_NUMBER }
  }
  return linePanel(scene, measured, TEXT.size(measureName(scene.record)))
}

function linePanel(
  { theme, layout, measure }: Scene,
  { field, width = layout.plotWidth, height, scale, axis }: Measured,
  title: string,
  hasKey = false
): Panel {
  const titleWidth = bold(measure)
  const key = lineKey(theme, layout, measure)
  const lines = wrap(title, width, titleWidth)
  const beside = titleWidth(lines.at(-1)!) + KEY_GAP + key.width <= width
  return {
    name: field,
    width,
    height,
    layer: [
      ...seriesLines(theme, {
        field,
        type: 'quantitative',
        scale,
        axis: { title: null, grid: true, domain: false, ticks: false, gridOpacity: FAINT_WITHOUT_LABEL, ...axis }
      }),
      titleLayer(theme, layout, hasKey && !beside ? [...lines, ''] : lines),
      brokenMarks(theme, layout, field),
      ...(hasKey ? key.layers(beside ? width : key.width) : [])
    ]
  }
}

/** A line for each split, and a point at its newest end, so that a single epoch is seen too. */
function seriesLines(theme: Theme, y: Position): Layer[] {
  const x: Position = { field: 'place', type: 'quantitative', scale: columnScale(), axis: columnAxis(false) }
  const { color, strokeDash } = seriesStyles(theme)
  return [
    {
      data: { name: 'curves' },
      mark: { type: 'line', strokeWidth: 1.6, clip: true, invalid: 'break-paths-filter-domains' },
      encoding: { x, y, color, strokeDash }
    },
    {
      data: { name: 'ends' },
      mark: { type: 'point', filled: true, size: 22, opacity: 1, clip: true },
      encoding: { x, y, color }
    }
  ]
}

/** The training and the test split differ in colour, and in how their lines are dashed. */
function seriesStyles(theme: Theme): Required<Pick<Encoding, 'color' | 'strokeDash'>> {
  const series = { field: 'series', type: 'nominal', legend: null } as const
  const domain = ['train', 'test']
  return {
    color: { ...series, scale: { domain, range: [theme.train, theme.test] } },
    strokeDash: { ...series, scale: { domain, range: [SOLID, DASHED] } }
  }
}

/** A × at the top of the plot where a curve's value is not finite: the line has a gap there, and the gap a reason. */
function brokenMarks(theme: Theme, layout: Layout, field: string): Layer {
  return {
    data: { name: 'broken' },
    transform: [{ filter: `datum.field === '${field}'` }],
    mark: { type: 'text', text: '×', color: theme.alert, fontSize: layout.text + 3, fontWeight: 'bold', clip: true },
    encoding: {
      x: { field: 'place', type: 'quantitative', scale: columnScale() },
      y: { value: 7 }
    }
  }
}

const KEY_GAP = 8
const KEY_LINE = 20

/** "── train   ╌╌ test" in the last line of a title, up to `right`. */
function lineKey(theme: Theme, layout: Layout, measure: Measure) {
  const middle = titleMiddle(layout)
  const item = (name: string, left: number, color: string, strokeDash: number[]): Layer[] => [
    {
      data: { values: [{}] },
      mark: { type: 'rule', strokeWidth: 1.6, color, strokeDash },
      encoding: { x: { value: left }, x2: { value: left + KEY_LINE }, y: { value: middle } }
    },
    {
      data: { values: [{ name }] },
      mark: { type: 'text', align: 'left', baseline: 'middle', dx: 5, color: theme.foreground, fontSize: layout.text },
      encoding: { x: { value: left + KEY_LINE }, y: { value: middle }, text: { field: 'name' } }
    }
  ]
  const widthOf = (name: string) => KEY_LINE + 5 + measure(name)
  const width = widthOf(TEXT.train) + 2 * KEY_GAP + widthOf(TEXT.test)
  const layers = (right: number): Layer[] => [
    ...item(TEXT.train, right - width, theme.train, SOLID),
    ...item(TEXT.test, right - widthOf(TEXT.test), theme.test, DASHED)
  ]
  return { width, layers }
}
