import type { TopLevelSpec } from 'vega-lite'
import type { QuantityName, RunRecord } from '../../src/record'
import { colorScale } from './colorScale'
import { accuracyPanel, lossPanel } from './curvesPanel'
import { hasAccuracy, hasTest, lossScale } from './curveData'
import { chartData } from './chartData'
import { describe } from './description'
import { shownEpochs } from './epochAxis'
import { heatPanel } from './heatPanel'
import { layoutOf, type Measure } from './layout'
import { legendPanel } from './legendPanel'
import { palette } from './palette'
import type { Config } from './panel'
import { pngUrl } from './png'
import { raster, type RasterSize } from './raster'
import { labelSize, type Theme } from './theme'

export interface ChartOptions {
  /** what the heatmap's colours show; delta if not given */
  readonly quantity?: QuantityName
  /** measures text; an estimate if not given */
  readonly measure?: Measure
  /** the picture of the cells, if the caller draws it himself: see `heatPicture` */
  readonly pictureUrl?: string
  /** behind everything; transparent if not given */
  readonly background?: string
}

export const DEFAULT_QUANTITY: QuantityName = 'delta_rms'

/**
 * A run as a figure `width` px wide: loss, accuracy (for a classification), heatmap and legend, all on the same epochs. Pure: a
 * notebook and an export draw the same. What changes while a run goes on stands in `datasets` alone; the rest stays as it is
 * from one epoch to the next, but for the first epoch (which sets the colour scale) and a loss that outgrows its linear axis.
 */
export function chart(record: RunRecord, theme: Theme, width: number, options: ChartOptions = {}): TopLevelSpec {
  const quantity = options.quantity ?? DEFAULT_QUANTITY
  const measure = options.measure ?? (text => text.length * labelSize(theme) * 0.56)
  const layout = layoutOf(record, theme, width, measure)
  const scale = colorScale(record, quantity)
  const loss = lossPanel(theme, layout, shownEpochs(record), lossScale(record), hasTest(record))
  const accuracy = hasAccuracy(record) ? [accuracyPanel(theme, layout, shownEpochs(record))] : []
  const heat = heatPanel(theme, layout, shownEpochs(record), quantity, measure)
  const legend = legendPanel(theme, layout, scale, palette(theme.kind), quantity, measure)
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: describe(record, quantity),
    background: options.background ?? 'transparent',
    padding: 0,
    vconcat: [loss, ...accuracy, heat, legend],
    spacing: 12,
    resolve: { scale: { color: 'independent', strokeDash: 'independent' } },
    config: config(theme, layout.gutter),
    datasets: chartData(record, quantity, options.pictureUrl ?? pngUrl(heatPicture(record, theme, width, 2, options)))
  }
}

/** The heatmap's cells with `density` device pixels for each pixel of the chart. */
export function heatPicture(
  record: RunRecord,
  theme: Theme,
  width: number,
  density: number,
  options: ChartOptions = {}
) {
  const quantity = options.quantity ?? DEFAULT_QUANTITY
  const { plotWidth, heatHeight } = layoutOf(record, theme, width, options.measure)
  const size: RasterSize = { width: plotWidth, height: heatHeight, density, columns: shownEpochs(record) + 1 }
  return raster(record.quantities[quantity], colorScale(record, quantity), palette(theme.kind), size)
}

/** Nothing is cut: labels have no limit. All y axes take the same room, so that the plots stand below each other. */
function config(theme: Theme, gutter: number): Config {
  const size = labelSize(theme)
  const font = theme.fontFamily
  return {
    font,
    view: { stroke: null },
    axis: {
      ...{ labelFontSize: size, labelColor: theme.foreground, labelLimit: 0, labelPadding: 5 },
      ...{ gridColor: theme.grid, tickColor: theme.border, domainColor: theme.border, tickSize: 4 }
    },
    axisY: { minExtent: gutter - 8, maxExtent: gutter - 8 }
  }
}
