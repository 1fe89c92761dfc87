import { QUANTITIES, type QuantityName } from '../../src/record'
import { epochAxis, epochScale } from './epochAxis'
import type { Layout, Measure } from './layout'
import type { Layer, Panel } from './panel'
import type { Theme } from './theme'
import { titleLayer } from './titleLayer'
import { wrap } from './wrap'

/** Said after the quantity's name, because a norm alone tells a newcomer nothing. */
const MEANINGS: Partial<Record<QuantityName, string>> = {
  delta_rms: 'the error signal that reaches each layer',
  weight_gradient_l2: 'how strongly the loss pulls at each layer’s weights',
  update_ratio: 'how far a step moves the weights'
}

export function heatTitle(quantity: QuantityName): string {
  const { label, symbol } = QUANTITIES[quantity]
  const meaning = MEANINGS[quantity]
  return `${label.split(',')[0]} (${symbol}) by layer and epoch${meaning ? `: ${meaning}` : ''}`
}

/** Titles are semibold, which is a little wider than what `measure` measures. */
const bold =
  (measure: Measure): Measure =>
  text =>
    measure(text) * 1.1

/** The heatmap: one picture for the cells, input layer at the top, and Vega's axes around it. */
export function heatPanel(
  theme: Theme,
  layout: Layout,
  epochs: number,
  quantity: QuantityName,
  measure: Measure
): Panel {
  return {
    name: 'heat',
    width: layout.plotWidth,
    height: layout.heatHeight,
    layer: [
      cells(layout),
      outline(theme, layout),
      firstNonfinite(theme, layout, epochs),
      epochWord(theme, layout),
      titleLayer(theme, layout, wrap(heatTitle(quantity), layout.plotWidth, bold(measure)))
    ]
  }
}

function cells({ plotWidth, heatHeight }: Layout): Layer {
  return {
    name: 'cells',
    data: { name: 'picture' },
    mark: { type: 'image', width: plotWidth, height: heatHeight, aspect: false, align: 'left', baseline: 'top' },
    encoding: { url: { field: 'url', type: 'nominal' }, x: { value: 0 }, y: { value: 0 } }
  }
}

/** Above the cells: they would cover the frame that Vega draws behind a plot. */
function outline(theme: Theme, { plotWidth, heatHeight }: Layout): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'rect', filled: false, stroke: theme.border, strokeWidth: 1 },
    encoding: { x: { value: 0 }, x2: { value: plotWidth }, y: { value: 0 }, y2: { value: heatHeight } }
  }
}

/** A frame around the cell where the run first was not finite. This layer also brings the axes. */
function firstNonfinite(theme: Theme, layout: Layout, epochs: number): Layer {
  const { rows, rowStep, heatHeight, plotWidth } = layout
  return {
    data: { name: 'first' },
    mark: {
      type: 'rect',
      filled: false,
      stroke: theme.alert,
      strokeWidth: 2,
      width: Math.max(5, plotWidth / (epochs + 1)),
      height: Math.max(5, heatHeight / rows.length)
    },
    encoding: {
      x: { field: 'epoch', type: 'quantitative', scale: epochScale(epochs), axis: epochAxis(layout, true) },
      y: {
        field: 'row',
        type: 'nominal',
        sort: null,
        scale: { type: 'point', domain: [...rows], padding: 0.5 },
        axis: { title: null, values: namedRows(rows, rowStep), ticks: false, domain: false, grid: false }
      }
    }
  }
}

/** Every `step`-th name from the input on, and always the output's. */
export function namedRows(rows: readonly string[], step: number): string[] {
  return rows.filter((_, i) => i === rows.length - 1 || (i % step === 0 && i <= rows.length - 1 - step))
}

/** The x axis is named in the gutter, before its labels. */
function epochWord(theme: Theme, { heatHeight, text }: Layout): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'text', text: 'epoch', align: 'right', baseline: 'top', fontSize: text, color: theme.muted },
    encoding: { x: { value: -16 }, y: { value: heatHeight + 9.5 } }
  }
}
