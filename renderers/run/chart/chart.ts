import type { TopLevelSpec } from 'vega-lite'
import type { RunRecord } from '../../../src/record'
import { DEFAULT_LOOK, windowOf, type Look } from '../numbers/look'
import type { Picture } from '../paint/picture'
import { pngUrl } from '../paint/png'
import { raster } from '../paint/raster'
import { labelSize, type Theme } from '../paint/theme'
import { describe } from '../words/description'
import { arrange } from './arrange'
import { chartSignals, crosshairData, recordData, signData } from './chartData'
import { headlinePanel } from './headlinePanel'
import type { Measure } from './layout'
import type { Config } from './panel'
import { predictionPicture } from './predictionPicture'
import { sceneOf, type Heat, type Scene } from './scene'

/** A chart in rows. */
export type ChartSpec = Extract<TopLevelSpec, { vconcat: unknown }>

export interface ChartOptions {
  /** what is shown of the record; `DEFAULT_LOOK` where not given */
  readonly look?: Partial<Look>
  /** measures text; an estimate if not given */
  readonly measure?: Measure
  /** behind everything; transparent if not given */
  readonly background?: string
  /** whether the line that names the run stands above it */
  readonly titled?: boolean
}

/**
 * A run as a picture `width` px wide that stands alone, with all its data: the notebook's figure, and what the net
 * predicts. Pure.
 */
export function chart(record: RunRecord, theme: Theme, width: number, options: ChartOptions = {}): TopLevelSpec {
  const scene = sceneOf(record, theme, width, { ...DEFAULT_LOOK, ...options.look }, options.measure)
  const heats = scene.heats.map(heat => {
    const url = pngUrl(heatPicture(scene, heat, 2))
    return { [`picture${heat.slot}`]: [{ url }], [`signs${heat.slot}`]: signData(heat.field) }
  })
  const datasets = Object.assign({ ...recordData(scene), ...crosshairData(scene) }, ...heats)
  const description = describe(record, scene.look.quantity)
  const made = frame(scene)
  const predictions = predictionPicture(scene)
  const rows = predictions ? [...made.vconcat, predictions] : made.vconcat
  const vconcat = options.titled ? [headlinePanel(scene), ...rows] : rows
  const paper = { background: options.background ?? 'transparent', padding: options.titled ? 12 : 0 }
  return { ...made, ...paper, description, vconcat, datasets }
}

/**
 * The figure without its data: what changes while a run goes on stands in data sets and signals. The frame stays as it
 * is from one epoch to the next, but for the first epoch (which sets the colour scale) and a loss that outgrows its
 * linear axis.
 */
export function frame(scene: Scene): ChartSpec {
  const params = Object.entries(chartSignals(scene)).map(([name, value]) => ({ name, value: value as number[] }))
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: 'transparent',
    padding: 0,
    params,
    ...arrange(scene),
    config: config(scene)
  }
}

/** A heatmap's cells with `density` device pixels for each pixel of the chart. */
export function heatPicture({ shown, look, layout, palette }: Scene, { ramp, field }: Heat, density: number): Picture {
  const { plotWidth: width, heatHeight: height } = layout
  const { timeline } = shown
  return raster(field, ramp, palette, { width, height, density, timeline, window: windowOf(shown, look) })
}

/** Nothing is cut: labels have no limit. All y axes take the same room, so that the plots stand below each other. */
function config({ theme, layout: { gutter } }: Scene): Config {
  const size = labelSize(theme)
  const font = theme.fontFamily
  return {
    font,
    view: { stroke: null },
    axis: {
      labelFontSize: size,
      labelColor: theme.foreground,
      labelLimit: 0,
      labelPadding: 5,
      gridColor: theme.grid,
      tickColor: theme.border,
      domainColor: theme.border,
      tickSize: 4
    },
    axisY: { minExtent: gutter - 8, maxExtent: gutter - 8 }
  }
}
