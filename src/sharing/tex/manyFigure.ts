import { compareScene } from '../../../renderers/run/chart/sweep/compareScene'
import { estimate } from '../../../renderers/run/chart/layout'
import { ratiosOf } from '../../../renderers/run/chart/sweep/placedThumbs'
import { sweepScene, type SweepScene } from '../../../renderers/run/chart/sweep/sweepScene'
import type { Reach } from '../../../renderers/run/numbers/colorScale'
import { reachOf, thumbField, type ThumbRatios } from '../../../renderers/run/numbers/sweep/thumbField'
import { palette } from '../../../renderers/run/paint/palette'
import { THEMES } from '../../../renderers/run/paint/theme'
import { COMPARE_FIGURE, SWEEP_FIGURE } from '../../../renderers/run/words/sweepTexts'
import { groupName, groupScore } from '../../../renderers/run/words/sweepWords'
import { chosenMetric, groupsOf } from '../../record'
import { shortened } from '../../text'
import { cellsPdf } from '../pdf/cellsPdf'
import type { Many } from '../sharedCells'
import { textFile, type SharedFile } from '../sharedFile'
import { colorBar } from './colorBar'
import { escapeTex } from './escapeTex'
import { heatAxis } from './heatAxis'
import { sweepCurves } from './sweepCurves'
import { heatCsv, isDrawnByTex, short, type TexHeat } from './texHeat'
import type { TexFigure } from './runFigure'

const THEME = THEMES.light
const WIDTH = 640
/** More small heatmaps than this do not fit on a page: the first ones are drawn, and their number is told. */
const MOST_PANELS = 24

/** A small heatmap among others. */
interface TexPanel {
  readonly title: string
  readonly ratios: ThumbRatios
  /** of layers; none: they are not named */
  readonly names: readonly string[]
  /** [columns] the last epoch of each */
  readonly epochs: readonly number[]
}

/** Many runs as small heatmaps on one scale, and their loss by epoch below; null where nothing has a result. */
export function manyFigure(many: Many, name: string, folder: string): TexFigure | null {
  const made = many.kind === 'sweep' ? sweepPanels(many.record) : comparePanels(many.record)
  if (made === null) return null
  const { scene, panels, across, label } = made
  const reach = reachOf(panels.map(({ ratios }) => ratios))
  const heats = panels.map((panel, i) => heatOf(panel, reach, `${name}-${i + 1}`))
  const byTex = isDrawnByTex(heats)
  const curves = sweepCurves(scene, name, folder)
  const hidden = scene.facets.facets.length + scene.facets.hidden - panels.length
  const names = panels[0]?.names ?? []
  const body = [
    ...(names.length === 0 ? [] : [`\\settowidth{\\gradnbnames}{\\scriptsize ${escapeTex(longest(names))}}`]),
    colorBar({ kind: 'log', middle: 0, source: 'lastHidden', ...reach }, label),
    '\\begin{tikzpicture}',
    ...panels.map((panel, i) => panelAxis(panel, heats[i]!, { place: i, across, byTex, span: spanOf(panels) })),
    '\\end{tikzpicture}\\par\\smallskip',
    ...(many.kind === 'sweep' && hidden > 0 ? [`{\\scriptsize ${escapeTex(SWEEP_FIGURE.multiples.best(panels.length, hidden))}\\par}`] : []), // prettier-ignore
    curves.body
  ].join('\n')
  return { body, heats, files: [...heatFiles(heats, byTex, folder), ...curves.files] }
}

interface Panels {
  readonly scene: SweepScene
  readonly panels: readonly TexPanel[]
  readonly across: number
  readonly label: string
}

function sweepPanels(record: Extract<Many, { kind: 'sweep' }>['record']): Panels | null {
  if (!record.runs.some(({ state }) => state === 'done')) return null
  const metric = chosenMetric(record)
  const scene = sweepScene(record, THEME, WIDTH, metric, {}, estimate(THEME))
  const panels = scene.facets.facets.flatMap(({ group }): TexPanel[] => {
    const ratios = ratiosOf(scene, group)
    const result = scene.groups[group]!
    const run = record.runs[result.median ?? -1]
    if (ratios === null || run?.state !== 'done') return []
    const epochs = groupsOf(run.summary.epochs, run.summary.columns).map(({ to }) => to - 1)
    return [{ ratios, epochs, names: [], title: `${groupName(record, result)}: ${groupScore(result, metric)}` }]
  })
  return { scene, panels: panels.slice(0, MOST_PANELS), across: 4, label: SWEEP_FIGURE.multiples.legend }
}

function comparePanels(record: Extract<Many, { kind: 'compare' }>['record']): Panels | null {
  const made = compareScene(record, THEME, WIDTH, estimate(THEME))
  if (made === null) return null
  const panels = made.heats.panels.map(({ title, ratios, heat }) => {
    return { title, ratios, names: heat.names, epochs: heat.epochs }
  })
  return { scene: made.sweep, panels: panels.slice(0, MOST_PANELS), across: 2, label: COMPARE_FIGURE.heats }
}

function heatOf({ ratios, epochs }: TexPanel, reach: Reach, name: string): TexHeat {
  const field = thumbField(ratios, reach)
  return {
    ...{ name, field },
    edges: Array.from({ length: field.columns + 1 }, (_, column) => column),
    moments: Array.from({ length: field.columns }, (_, column) => [String(epochs[column] ?? ''), '']),
    value: (column, layer) => {
      const log = ratios.logs[column * field.layers + layer]!
      return Number.isNaN(log) ? '' : log === Infinity ? 'nan' : log === -Infinity ? '0' : (10 ** log).toPrecision(4)
    }
  }
}

const spanOf = (panels: readonly TexPanel[]): number =>
  panels.reduce((most, { ratios }) => Math.max(most, ratios.columns), 1)

const longest = (names: readonly string[]): string =>
  names.reduce((most, name) => (name.length > most.length ? name : most), '')

interface PanelPlace {
  readonly place: number
  readonly across: number
  readonly span: number
  readonly byTex: boolean
}

const MOST_LETTERS = 60
const ROW = { plain: 2.05, named: 3.4 } as const

function panelAxis(
  { title, names, epochs }: TexPanel,
  heat: TexHeat,
  { place, across, span, byTex }: PanelPlace
): string {
  const isNamed = names.length > 0
  const row = isNamed ? ROW.named : ROW.plain
  const room = `${short(1 / across)}*\\linewidth`
  const width = isNamed ? `${room}-\\gradnbnames-1.5em` : `${room}-0.6em`
  const [x, y] = [place % across, Math.floor(place / across)]
  const step = Math.max(1, Math.ceil(names.length / 9))
  const last = epochs.at(-1) ?? 0
  return heatAxis({
    ...{ heat, width, height: isNamed ? '2.2cm' : '1.1cm', map: 'log', end: span, isDrawnByTex: byTex },
    keys: [`at={({${short(x / across)}*\\linewidth},${short(-y * row)}cm)}`, 'anchor=north west'],
    title: `\\parbox[b]{\\dimexpr ${short(1 / across)}\\linewidth${isNamed ? '-\\gradnbnames-1.5em' : '-1em'}}{\\centering\\tiny ${escapeTex(shortened(title, MOST_LETTERS))}}`,
    xTicks: isNamed ? [{ place: 0.5, label: COMPARE_FIGURE.init }, ...(last > 0 ? [{ place: heat.field.columns - 0.5, label: String(last) }] : [])] : [], // prettier-ignore
    yTicks: names.flatMap((label, i) => (i % step === 0 ? [{ place: i, label }] : []))
  })
}

function heatFiles(heats: readonly TexHeat[], byTex: boolean, folder: string): SharedFile[] {
  return heats.flatMap(heat => [
    textFile(`${folder}/${heat.name}.csv`, heatCsv(heat)),
    ...(byTex ? [] : [{ path: `${folder}/${heat.name}.pdf`, bytes: cellsPdf(cellsOf(heat), heat.name) }])
  ])
}

const cellsOf = ({ field }: TexHeat) => {
  const colors = palette(THEME.kind)
  const gaps = { columns: false, rows: false }
  const size = { width: 240, height: 120, gaps, window: { from: 0, to: field.columns } }
  return { field, ramp: colors.colors, palette: colors, size }
}
