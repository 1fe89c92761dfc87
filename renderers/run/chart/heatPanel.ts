import type { Theme } from '../paint/theme'
import { heatTitle } from '../words/heatTitle'
import { TEXTS } from '../words/texts'
import { columnAxis, columnScale } from './columnAxis'
import { bold } from './bold'
import type { Layout } from './layout'
import type { Layer, Panel } from './panel'
import type { Heat, Scene } from './scene'
import { titleLayer } from './titleLayer'
import { wrap } from './wrap'

/** The heatmap: one picture for the cells, input layer at the top, and Vega's axes around it. */
export function heatPanel({ theme, layout, measure, shown }: Scene, { slot, name, scale }: Heat): Panel {
  const named = slot === '' || layout.arrangement !== 'twin'
  return {
    name: `heat${slot}`,
    width: layout.plotWidth,
    height: layout.heatHeight,
    layer: [
      cells(layout, slot),
      ...(scale.kind === 'log' && scale.source === 'lastHidden' ? [partingLine(theme, layout)] : []),
      ...partings(theme),
      outline(theme, layout),
      firstNonfinite(theme, layout, named),
      ...(named ? [axisWord(theme, layout, shown.timeline.hasSteps)] : []),
      titleLayer(theme, layout, wrap(heatTitle(name), layout.plotWidth, bold(measure)))
    ]
  }
}

function cells({ plotWidth, heatHeight }: Layout, slot: Heat['slot']): Layer {
  return {
    name: `cells${slot}`,
    data: { name: `picture${slot}` },
    mark: { type: 'image', width: plotWidth, height: heatHeight, aspect: false, align: 'left', baseline: 'top' },
    encoding: { url: { field: 'url', type: 'nominal' }, x: { value: 0 }, y: { value: 0 } }
  }
}

/** Between the hidden layers, which are compared, and the output, which stands apart. */
function partingLine(theme: Theme, { plotWidth, heatHeight, rows }: Layout): Layer {
  const y = rows.length < 2 ? 0 : (heatHeight * (rows.length - 1)) / rows.length
  return {
    data: { values: rows.length < 2 ? [] : [{}] },
    mark: { type: 'rule', stroke: theme.foreground, strokeWidth: 2 },
    encoding: { x: { value: 0 }, x2: { value: plotWidth }, y: { value: y } }
  }
}

/** Between single steps and epochs: two lines with background between them. */
const partings = (theme: Theme): Layer[] =>
  [
    { strokeWidth: 6, stroke: theme.background, xOffset: 0 },
    { strokeWidth: 1, stroke: theme.foreground, xOffset: -2.5 },
    { strokeWidth: 1, stroke: theme.foreground, xOffset: 2.5 }
  ].map(style => ({
    data: { name: 'partings' },
    mark: { type: 'rule', clip: true, ...style },
    encoding: { x: { field: 'place', type: 'quantitative', scale: columnScale(), axis: columnAxis(true) } }
  }))

/** Above the cells: they would cover the frame that Vega draws behind a plot. */
function outline(theme: Theme, { plotWidth, heatHeight }: Layout): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'rect', filled: false, stroke: theme.border, strokeWidth: 1 },
    encoding: { x: { value: 0 }, x2: { value: plotWidth }, y: { value: 0 }, y2: { value: heatHeight } }
  }
}

/** A frame around the cell where the run first was not finite. This layer also brings the axes. */
function firstNonfinite(theme: Theme, layout: Layout, named: boolean): Layer {
  const { rows, rowStep, heatHeight, plotWidth } = layout
  return {
    data: { name: 'nonfinite' },
    mark: {
      type: 'rect',
      filled: false,
      stroke: theme.alert,
      strokeWidth: 2,
      clip: true,
      width: { expr: `max(5, (datum.width * ${plotWidth}) / (columnSpan[1] - columnSpan[0]))` },
      height: Math.max(5, heatHeight / rows.length)
    },
    encoding: {
      x: { field: 'place', type: 'quantitative', scale: columnScale(), axis: columnAxis(true) },
      y: {
        field: 'row',
        type: 'nominal',
        sort: null,
        scale: { type: 'point', domain: [...rows], padding: 0.5 },
        axis: named ? { title: null, values: namedRows(rows, rowStep), ticks: false, domain: false, grid: false } : null
      }
    }
  }
}

/** Every `step`-th name from the input on, and always the output's. */
export function namedRows(rows: readonly string[], step: number): string[] {
  return rows.filter((_, i) => i === rows.length - 1 || (i % step === 0 && i <= rows.length - 1 - step))
}

/** The x axis is named in the gutter, before its labels. */
function axisWord(theme: Theme, { heatHeight, text }: Layout, hasSteps: boolean): Layer {
  return {
    data: { values: [{}] },
    mark: {
      type: 'text',
      text: hasSteps ? TEXTS.heat.stepAxis : TEXTS.heat.epochAxis,
      align: 'right',
      baseline: 'top',
      fontSize: text,
      color: theme.muted
    },
    encoding: { x: { value: -16 }, y: { value: heatHeight + 9.5 } }
  }
}
