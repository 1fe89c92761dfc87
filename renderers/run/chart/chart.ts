import type { TopLevelSpec } from 'vega-lite'
import type { RunRecord } from '../../../src/record'
import { DEFAULT_LOOK, quantitiesOf, type Look } from '../numbers/look'
import type { Picture } from '../paint/picture'
import { pngUrl } from '../paint/png'
import { raster } from '../paint/raster'
import { labelSize, type Theme } from '../paint/theme'
import { describe } from '../words/description'
import type { Silenced } from '../words/verdict'
import { arrange, rowOf } from './arrange'
import { bold } from './bold'
import { heatCells } from './cells'
import { chartSignals, crosshairData, recordData, signData } from './chartData'
import { detailOf, type Detail } from './detail'
import { DETAIL_GAP, detailPlace, detailRoom } from './detailPlace'
import { headlinePanel } from './headlinePanel'
import { fullWidth, type Measure } from './layout'
import type { Config, Panel } from './panel'
import { placedTexts } from './placedTexts'
import { sceneOf, type Heat, type Scene } from './scene'
import { strut } from './strut'
import { wrap } from './wrap'

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
  /** rules that nobody wants to hear of in that line */
  readonly silenced?: Silenced
  /** the address of a heatmap's cells as a picture; one of PNG data if not given */
  readonly cellsUrl?: (scene: Scene, heat: Heat) => string
}

/**
 * A run as a picture `width` px wide that stands alone, with all its data: the notebook's figure, and the chosen detail
 * below or beside it. Pure.
 */
export function chart(record: RunRecord, theme: Theme, width: number, options: ChartOptions = {}): TopLevelSpec {
  const look = { ...DEFAULT_LOOK, ...options.look }
  const place = detailPlace(width, quantitiesOf(look).length)
  const scene = sceneOf(record, theme, place.chartWidth, look, options.measure)
  const detail = detailOf(scene, detailRoom(place, scene.layout))
  const made = frame(scene)
  const rows = withDetail(made, scene, detail, place.beside)
  const vconcat = options.titled ? [headlinePanel(scene, options.silenced), ...rows] : rows
  const params = [...made.params!, ...paramsOf(detail.signals)]
  const paper = { background: options.background ?? 'transparent', padding: options.titled ? 12 : 0 }
  const description = describe(record, scene.look.quantity)
  const datasets = datasetsOf(scene, detail, options.cellsUrl ?? pngOf)
  return { ...made, ...paper, params, description, vconcat, datasets }
}

const pngOf = (scene: Scene, heat: Heat): string => pngUrl(heatPicture(scene, heat, 2))

function datasetsOf(scene: Scene, { data, pictures }: Detail, cellsUrl: NonNullable<ChartOptions['cellsUrl']>) {
  const heats = scene.heats.map(heat => {
    const url = cellsUrl(scene, heat)
    return { [`picture${heat.slot}`]: [{ url }], [`signs${heat.slot}`]: signData(heat.field) }
  })
  const placed = Object.entries(pictures).map(([name, all]) => [
    name,
    all.map(({ x, y, picture }) => ({ x, y, url: pngUrl(picture) }))
  ])
  return Object.assign({ ...recordData(scene), ...crosshairData(scene), ...data }, ...heats, Object.fromEntries(placed))
}

type Rows = ChartSpec['vconcat']

/** The figure's rows with the detail, whose words stand above it. */
function withDetail({ vconcat, spacing }: ChartSpec, scene: Scene, detail: Detail, beside: boolean): Rows {
  const words = detailWords(scene, detail, beside ? DETAIL_WORDS : fullWidth(scene.layout))
  const own = [words, ...detail.rows.map(panels => rowOf(panels, DETAIL_SPACING))]
  if (!beside) return [...vconcat, ...own]
  return [
    {
      hconcat: [
        { vconcat: [...vconcat], spacing },
        { vconcat: own, spacing }
      ],
      spacing: DETAIL_GAP
    }
  ] as Rows
}

const DETAIL_SPACING = 40
/** px of words beside the chart */
const DETAIL_WORDS = 330

function detailWords({ theme, layout, measure }: Scene, { title, sentence, left }: Detail, width: number): Panel {
  const line = Math.round(layout.text * 1.4)
  const titles = title === '' ? [] : wrap(title, width, bold(measure))
  const texts = [...titles, ...wrap(sentence, width, measure)].map((text, i) => ({ text, x: 0, y: i * line }))
  const style = { align: 'left', baseline: 'top', fontSize: layout.text, color: theme.foreground } as const
  return {
    name: 'detail_words',
    width,
    height: texts.length * line,
    layer: [
      strut(left),
      placedTexts(texts.slice(0, titles.length), { ...style, fontWeight: 600 }),
      placedTexts(texts.slice(titles.length), style)
    ]
  }
}

/** A detail as a chart of its own, without its data. */
export function detailFrame(scene: Scene, { rows, signals }: Detail): ChartSpec {
  return {
    ...emptyFrame(scene),
    params: paramsOf(signals),
    vconcat: rows.map(panels => rowOf(panels, DETAIL_SPACING)),
    spacing: 12,
    resolve: { scale: { color: 'independent', strokeDash: 'independent' } }
  }
}

/**
 * The figure without its data: what changes while a run goes on stands in data sets and signals. The frame stays as it
 * is from one epoch to the next, but for the first epoch (which sets the colour scale) and a loss that outgrows its
 * linear axis.
 */
export function frame(scene: Scene): ChartSpec {
  return { ...emptyFrame(scene), params: paramsOf(chartSignals(scene)), ...arrange(scene) }
}

const emptyFrame = (scene: Scene) => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  background: 'transparent',
  padding: 0,
  config: config(scene)
})

const paramsOf = (signals: Readonly<Record<string, unknown>>) =>
  Object.entries(signals).map(([name, value]) => ({ name, value: value as number[] }))

/** A heatmap's cells with `density` device pixels for each pixel of the chart. */
export function heatPicture(scene: Scene, heat: Heat, density: number): Picture {
  const { field, ramp, palette, size } = heatCells(scene, heat)
  return raster(field, ramp, palette, { ...size, density })
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
