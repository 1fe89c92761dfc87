import { parse, View, type Spec } from 'vega'
import { compile } from 'vega-lite'
import { heatCells, type DrawCells } from '../../../renderers/run/chart/cells'
import { chart } from '../../../renderers/run/chart/chart'
import type { Heat, Scene } from '../../../renderers/run/chart/scene'
import { markup, type SvgNode } from '../../../renderers/run/chart/sweep/svg'
import type { Measure } from '../../../renderers/run/chart/layout'
import type { Look } from '../../../renderers/run/numbers/look'
import { THEMES, type ThemeKind } from '../../../renderers/run/paint/theme'
import type { Silenced } from '../../../renderers/run/words/verdict'
import type { RunRecord } from '../../record'
import { compact } from './compact'
import { measureInHelvetica } from './textWidths'

/** How a figure is drawn. */
export interface Drawing {
  readonly look: Look
  readonly theme: ThemeKind
  readonly width: number
  /** whether the lines that name the run and say what to see stand in the picture */
  readonly titled: boolean
  /** rules that nobody wants to hear of */
  readonly silenced?: Silenced
  /** begins the names of the picture's parts: another for each picture in one page */
  readonly prefix?: string
  /** how the heatmap's cells are drawn; as an image if not given */
  readonly draw?: DrawCells
  /** measures text; an estimate if not given */
  readonly measure?: Measure
}

/** Around a picture, px. */
const MARGIN = 8

/** The width of a picture in a page of text, px. */
export const PAGE_WIDTH = 880

/** A run's figure as an SVG document, as the notebook draws it; needs no screen. What it
 * shows is told in words beside it, so its marks have no labels of their own. The same record gives the same text. */
export async function figureSvg(
  record: RunRecord,
  { look, theme, width, titled, silenced = [], prefix = 'part', measure, draw }: Drawing
): Promise<string> {
  const colors = THEMES[theme]
  const cells: SvgNode[] = []
  const cellsUrl = (drawn: DrawCells) => (scene: Scene, heat: Heat) =>
    addressOf(cells.push(drawn(heatCells(scene, heat), ORIGIN)) - 1)
  const made = chart(record, colors, width, {
    ...{ look, titled, silenced, background: colors.background },
    ...(measure ? { measure } : {}),
    ...(draw ? { cellsUrl: cellsUrl(draw) } : {})
  })
  measureInHelvetica()
  const { spec } = compile({ ...made, padding: MARGIN, config: { ...made.config, aria: false } }, { logger: QUIET })
  const view = new View(parse(spec as Spec), { renderer: 'none' })
  try {
    return compact(withCells(await view.toSVG(), cells), prefix)
  } finally {
    view.finalize()
  }
}

const ORIGIN = { x: 0, y: 0 }

/** What stands for drawn cells until Vega has placed them. */
const addressOf = (index: number): string => `data:,cells-${index}`
const PLACED = /<image [^>]*href="data:,cells-(\d+)"[^>]*>(?:<\/image>)?/g

/** The picture with cells where Vega put images in their stead. */
const withCells = (svg: string, cells: readonly SvgNode[]): string =>
  svg.replace(PLACED, (tag, index: string) => {
    const transform = tag.match(/ transform="[^"]*"/)?.[0] ?? ''
    return `<g${transform}>${markup(cells[Number(index)]!)}</g>`
  })

/** Vega-Lite would warn on the console of what is as it shall be. */
const QUIET = {
  level: () => 0 as never,
  error: () => QUIET,
  warn: () => QUIET,
  info: () => QUIET,
  debug: () => QUIET
}
