import type { LossScale } from '../numbers/curves'
import type { Theme } from '../paint/theme'
import { TEXTS } from '../words/texts'
import { measureName } from '../words/verdict'
import { columnAxis, columnScale } from './columnAxis'
import type { Layout } from './layout'
import type { Encoding, Layer, Panel, Position } from './panel'
import type { Scene } from './scene'
import { SHORT_NUMBER } from './shortNumber'
import { titleLayer, titleMiddle } from './titleLayer'

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
export function lossPanel({ theme, layout, curves }: Scene, hasTest: boolean): Panel {
  const { scale } = curves.axis
  const measured: Measured = {
    field: 'loss',
    height: layout.lossHeight,
    scale: LOSS_SCALES[scale],
    axis: { tickCount: scale === 'log' ? 3 : 4, format: '~g', labelExpr: SHORT_NUMBER }
  }
  const key = hasTest ? lineKey(theme, layout) : []
  return linePanel(theme, layout, measured, scale === 'log' ? TEXT.logLoss : TEXT.loss, key)
}

/** Training and test accuracy by epoch, always from 0 to 100 %; as wide as the heatmap, or `width` px. */
export function accuracyPanel({ theme, layout }: Scene, width = layout.plotWidth): Panel {
  const measured: Measured = {
    field: 'accuracy',
    width,
    height: layout.accuracyHeight,
    scale: { domain: [0, 1] },
    axis: { values: [0, 0.5, 1], labelExpr: PERCENT }
  }
  return linePanel(theme, layout, measured, TEXT.accuracy, [])
}

/** How large the signal is altogether: delta at the last hidden layer by epoch. */
export function sizePanel({ theme, layout, record }: Scene): Panel {
  const measured: Measured = {
    field: 'size',
    height: layout.sizeHeight,
    scale: { type: 'log', domain: { expr: 'sizeSpan' }, nice: false },
    axis: { values: { expr: 'sizeSpan' }, format: '~g', labelExpr: SHORT_NUMBER }
  }
  return linePanel(theme, layout, measured, TEXT.size(measureName(record)), [])
}

function linePanel(
  theme: Theme,
  layout: Layout,
  { field, width = layout.plotWidth, height, scale, axis }: Measured,
  title: string,
  key: Layer[]
): Panel {
  const x: Position = {
    field: 'place',
    type: 'quantitative',
    scale: columnScale(),
    axis: columnAxis(false)
  }
  const y: Position = {
    field,
    type: 'quantitative',
    scale,
    axis: { title: null, grid: true, domain: false, ticks: false, gridOpacity: FAINT_WITHOUT_LABEL, ...axis }
  }
  const color: Encoding['color'] = {
    field: 'series',
    type: 'nominal',
    scale: { domain: ['train', 'test'], range: [theme.train, theme.test] },
    legend: null
  }
  const strokeDash: Encoding['strokeDash'] = {
    field: 'series',
    type: 'nominal',
    scale: { domain: ['train', 'test'], range: [SOLID, DASHED] },
    legend: null
  }
  return {
    name: field,
    width,
    height,
    layer: [
      {
        data: { name: 'curves' },
        mark: { type: 'line', strokeWidth: 1.6, clip: true, invalid: 'break-paths-filter-domains' },
        encoding: { x, y, color, strokeDash }
      },
      {
        data: { name: 'ends' },
        mark: { type: 'point', filled: true, size: 22, opacity: 1, clip: true },
        encoding: { x, y, color }
      },
      titleLayer(theme, layout, [title]),
      brokenMarks(theme, layout, field),
      ...key
    ]
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

/** "── train   ╌╌ test" above the plot's right end. */
function lineKey(theme: Theme, layout: Layout): Layer[] {
  const { plotWidth, text } = layout
  const middle = titleMiddle(layout)
  const item = (name: string, right: number, color: string, strokeDash: number[]): Layer[] => {
    const end = plotWidth - right
    return [
      {
        data: { values: [{}] },
        mark: { type: 'rule', strokeWidth: 1.6, color, strokeDash },
        encoding: { x: { value: end - 22 }, x2: { value: end - 2 }, y: { value: middle } }
      },
      {
        data: { values: [{ name }] },
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 3, color: theme.foreground, fontSize: text },
        encoding: { x: { value: end }, y: { value: middle }, text: { field: 'name' } }
      }
    ]
  }
  const testWidth = text * 2.2
  return [
    ...item(TEXT.train, testWidth + text * 6.2, theme.train, SOLID),
    ...item(TEXT.test, testWidth, theme.test, DASHED)
  ]
}
