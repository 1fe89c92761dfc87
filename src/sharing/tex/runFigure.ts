import { columnTicks } from '../../../renderers/run/chart/columnTicks'
import { heatCells } from '../../../renderers/run/chart/cells'
import { namedRows } from '../../../renderers/run/chart/heatPanel'
import { sceneOf, type Scene } from '../../../renderers/run/chart/scene'
import { hasTest } from '../../../renderers/run/numbers/curves'
import type { Look } from '../../../renderers/run/numbers/look'
import { THEMES } from '../../../renderers/run/paint/theme'
import { TEXTS as WORDS } from '../../../renderers/run/words/texts'
import { at, formatScaled, isAbsent, type RunRecord } from '../../record'
import { cellsPdf } from '../pdf/cellsPdf'
import { readingOf } from '../paperCaption'
import { textFile, type SharedFile } from '../sharedFile'
import { colorBar } from './colorBar'
import { escapeTex } from './escapeTex'
import { heatAxis, ticksOf, type TexTick } from './heatAxis'
import { heatCsv, isDrawnByTex, short, type TexHeat } from './texHeat'

/** A figure's body, and the files that it reads. */
export interface TexFigure {
  readonly body: string
  readonly heats: readonly TexHeat[]
  readonly files: readonly SharedFile[]
}

const DIGITS = 9
/** As wide as a column of text, px: how many ticks there are. */
const WIDTH = 420
const WIDEST_AXIS = '\\linewidth-\\gradnbnames-2.5em'

/** A run as a heatmap with its key, and its loss below on the same axis. */
export function runFigure(record: RunRecord, look: Look, name: string, folder: string): TexFigure {
  const theme = THEMES.light
  const scene = sceneOf(record, theme, WIDTH, { ...look, brief: true, window: null, beside: null })
  const heat = heatOf(scene, name)
  const byTex = isDrawnByTex([heat])
  const { timeline } = scene.shown
  const [xTicks, yTicks] = [columnTicks(scene), layerTicks(scene)]
  const curves = scene.curves.axis.scale === 'empty' || scene.curves.points.length === 0 ? '' : `${name}-loss`
  const height = heightOf(record.layers.length)
  const names = record.layers.map(layer => layer.name)
  const longest = names.reduce((most, each) => (each.length > most.length ? each : most), '0.00001')
  const { scale, ramp: _, name: quantity } = scene.heats[0]!
  const body = [
    `\\settowidth{\\gradnbnames}{\\scriptsize ${escapeTex(longest)}}`,
    colorBar(scale, `${WORDS.quantities[quantity].name}: ${readingOf(record, look).replace(/^[^:]*: /, '')}`),
    '\\begin{tikzpicture}',
    heatAxis({
      ...{ heat, xTicks, yTicks, height, width: WIDEST_AXIS, map: scale.kind, title: '', isDrawnByTex: byTex },
      keys: ['name=heat', ...(curves === '' ? [xLabel(scene)] : [])],
      end: timeline.length - 0.5,
      above: partings(scene)
    }),
    ...(curves === '' ? [] : [lossAxis(scene, curves, xTicks)]),
    '\\end{tikzpicture}'
  ].join('\n')
  const files = [
    textFile(`${folder}/${name}.csv`, heatCsv(heat)),
    ...(byTex ? [] : [{ path: `${folder}/${name}.pdf`, bytes: cellsPdf(heatCells(scene, scene.heats[0]!), name) }]),
    ...(curves === '' ? [] : [textFile(`${folder}/${curves}.csv`, lossCsv(scene))])
  ]
  return { body, heats: [heat], files }
}

function heatOf({ shown, heats }: Scene, name: string): TexHeat {
  const { field, table } = heats[0]!
  const { timeline } = shown
  const columns = Array.from({ length: field.columns }, (_, column) => column)
  return {
    ...{ name, field },
    edges: [...columns.map(column => timeline.startOf(column) - 0.5), endOf(shown, field.columns) - 0.5],
    moments: columns.map(column => {
      const moment = timeline.momentOf(column)
      return [String(moment.epoch), moment.kind === 'step' ? String(moment.step) : '']
    }),
    value: (column, layer) => {
      const number = at(table, column, layer)
      return isAbsent(number.exponent) ? '' : formatScaled(number, DIGITS)
    }
  }
}

const endOf = ({ timeline }: Scene['shown'], columns: number): number =>
  columns === 0 ? 0 : timeline.startOf(columns - 1) + timeline.widthOf(columns - 1)

/** Layers are a line of small text high, within limits. */
const heightOf = (layers: number): string => `${short(Math.min(7, Math.max(1.4, layers * 0.32)))}cm`

function layerTicks({ record }: Scene): TexTick[] {
  const names = record.layers.map(({ name }) => name)
  const kept = new Set(namedRows(names, Math.max(1, Math.ceil(names.length / 22))))
  return names.flatMap((label, place) => (kept.has(label) ? [{ place, label }] : []))
}

const xLabel = ({ shown }: Scene): string =>
  `xlabel={${escapeTex(shown.timeline.hasSteps ? WORDS.heat.stepAxis : WORDS.heat.epochAxis)}}, xlabel style={font=\\scriptsize}`

/** The output stands apart where layers are compared, and single steps from epochs. */
function partings({ shown, heats, record }: Scene): string[] {
  const { scale } = heats[0]!
  const layers = record.layers.length
  const isApart = scale.kind === 'log' && scale.source === 'lastHidden' && layers > 1
  const [left, right] = ['axis description cs:0', 'axis description cs:1']
  const line = `\\draw[gradnbforeground, thick] (${left},${short(1 / layers)}) -- (${right},${short(1 / layers)});`
  const steps = shown.timeline.partings.map(
    place => `\\draw[gradnbforeground, double, double distance=1.5pt] (axis cs:${short(place - 0.5)},-0.5) -- (axis cs:${short(place - 0.5)},${layers - 0.5});` // prettier-ignore
  )
  return [...(isApart ? [line] : []), ...steps]
}

function lossAxis(scene: Scene, file: string, xTicks: readonly TexTick[]): string {
  const { curves, shown, record } = scene
  const table = (column: string) => `table[x=x, y=${column}, col sep=comma] {\\gradnbfolder/${file}.csv};`
  return [
    '\\begin{axis}[gradnb curves, at={(heat.south west)}, anchor=north west, yshift=-1cm,',
    `  width={${WIDEST_AXIS}}, height=1.6cm, xmin=-0.5, xmax=${short(shown.timeline.length - 0.5)},`,
    `  ${curves.axis.scale === 'log' ? 'ymode=log, ' : ''}title={${curves.axis.scale === 'log' ? WORDS.curves.logLoss : WORDS.curves.loss}}, title style={at={(0,1)}, anchor=south west, yshift=0ex}, ${xLabel(scene)},`,
    `  ${ticksOf('x', xTicks)}, legend style={at={(1,1)}, anchor=south east, legend columns=2}]`,
    `\\addplot[gradnbtrain, thick] ${table('loss')}`,
    `\\addlegendentry{${WORDS.curves.train}}`,
    ...(hasTest(record) ? [`\\addplot[gradnbtest, thick, dashed] ${table('test_loss')}`, `\\addlegendentry{${WORDS.curves.test}}`] : []), // prettier-ignore
    '\\end{axis}'
  ].join('\n')
}

/** The curves, a row for each place on the axis; nan where there is nothing to draw. */
function lossCsv({ curves: { points } }: Scene): string {
  const places = [...new Set(points.map(({ place }) => place))]
  const number = (place: number, series: 'train' | 'test') =>
    points.find(point => point.place === place && point.series === series)?.loss ?? 'nan'
  const rows = places.map(place => `${short(place)},${number(place, 'train')},${number(place, 'test')}`)
  return `${['x,loss,test_loss', ...rows].join('\n')}\n`
}
