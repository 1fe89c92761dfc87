import type { HistogramAxis, Snapshot, Spread } from '../numbers/histograms'
import type { Theme } from '../paint/theme'
import { powerOfTen, tickText } from '../words/tickText'
import { bold } from './bold'
import { namedRows } from './heatPanel'
import type { Layer, Panel, Position } from './panel'
import { placedTexts } from './placedTexts'
import type { Scene } from './scene'
import { SNAPSHOTS, SNAPSHOT_DASHES, snapshotColor } from './snapshotKey'
import { titleLayer } from './titleLayer'
import { wrap } from './wrap'

/** A layer's row. */
export interface HistogramRow {
  readonly name: string
  /** what has no place on the axis, in words; else empty */
  readonly sign: string
}

interface Size {
  readonly width: number
  readonly rowHeight: number
  /** whether the rows' names stand left of it */
  readonly named: boolean
  /** right of the plot, for signs */
  readonly gap: number
}

/** Histograms of one kind, a row a layer, on one axis. Their outlines are the rows of a data set. */
export function histogramPanel(
  scene: Scene,
  spread: Spread,
  rows: readonly HistogramRow[],
  axis: HistogramAxis | null,
  title: string,
  size: Size
): Panel {
  const { theme, layout, measure } = scene
  const { width, rowHeight, named } = size
  return {
    name: `histograms_${spread}`,
    width,
    height: rows.length * rowHeight,
    layer: [
      baselines(theme, rows.length, width, rowHeight),
      ...(axis ? [shade(spread, axis, theme), outlines(spread, axis, theme)] : []),
      ...(named ? [rowNames(scene, rows, rowHeight)] : []),
      rowSigns(scene, rows, size),
      titleLayer(theme, layout, wrap(title, width, bold(measure)))
    ]
  }
}

const middleOf = (row: number, rowHeight: number): number => (row + 0.5) * rowHeight

/** The rows' names, as many as have room above each other. */
function rowNames({ theme, layout }: Scene, rows: readonly HistogramRow[], rowHeight: number): Layer {
  const every = Math.max(1, Math.ceil((layout.text + 1) / rowHeight))
  const shown = new Set(
    namedRows(
      rows.map(({ name }) => name),
      every
    )
  )
  const names = rows.flatMap(({ name }, row) =>
    shown.has(name) ? [{ text: name, x: -8, y: middleOf(row, rowHeight) }] : []
  )
  return placedTexts(names, { align: 'right', fontSize: layout.text, color: theme.foreground })
}

/** What has no place on the axis, right of its row; only its first character where there is no room for more. */
function rowSigns({ theme, layout, measure }: Scene, rows: readonly HistogramRow[], { width, rowHeight, gap }: Size) {
  const signs = rows.flatMap(({ sign }, row) => {
    const text = measure(sign) <= gap ? sign : [...sign][0]!
    return sign === '' ? [] : [{ text, x: width + 5, y: middleOf(row, rowHeight) }]
  })
  return placedTexts(signs, { align: 'left', fontSize: layout.text, color: theme.alert })
}

function baselines(theme: Theme, rows: number, width: number, rowHeight: number): Layer {
  return {
    data: { values: Array.from({ length: rows }, (_, row) => ({ y: (row + 1) * rowHeight })) },
    mark: { type: 'rule', color: theme.border, strokeWidth: 1, opacity: 0.6 },
    encoding: { x: { value: 0 }, x2: { value: width }, y: { field: 'y', type: 'quantitative', scale: null } }
  }
}

/** The axis with its numbers: powers of ten of gradients, values of activations. */
function places({ span, ticks, kind }: HistogramAxis): Position {
  const values = ticks.map(({ place }) => place)
  const labels = ticks.map(({ value }) =>
    kind === 'power'
      ? tickText('log', value)
      : kind === 'both'
        ? bothText(value)
        : tickText('signed', Number(value.toPrecision(6)))
  )
  return {
    field: 'place',
    type: 'quantitative',
    scale: { domain: [...span], nice: false, zero: false },
    axis: {
      values,
      title: null,
      grid: true,
      domain: false,
      labelOverlap: true,
      labelExpr: `${JSON.stringify(labels)}[indexof(${JSON.stringify(values)}, datum.value)]`
    }
  }
}

/** "−10²" */
const bothText = (value: number): string =>
  value === 0 ? '0' : `${value < 0 ? '−' : ''}${powerOfTen(Math.round(Math.log10(Math.abs(value))))}`

const heights = {
  y: { field: 'y', type: 'quantitative', scale: null },
  detail: { field: 'outline', type: 'nominal' }
} as const

function shade(spread: Spread, axis: HistogramAxis, theme: Theme): Layer {
  return {
    data: { name: `histograms_${spread}` },
    transform: [{ filter: "datum.snapshot === 'last'" }],
    mark: { type: 'area', orient: 'vertical', interpolate: 'step-after', color: theme.shade, clip: true, opacity: 0.9 },
    encoding: { x: places(axis), ...heights, y2: { field: 'base' } } // in the order of x: of an area, Vega-Lite takes `order` for a group
  }
}

function outlines(spread: Spread, axis: HistogramAxis, theme: Theme): Layer {
  const scaleOf = <Value>(range: (snapshot: Snapshot) => Value) => ({ domain: SNAPSHOTS, range: SNAPSHOTS.map(range) })
  return {
    data: { name: `histograms_${spread}` },
    mark: { type: 'line', interpolate: 'step-after', strokeWidth: 1.3, clip: true },
    encoding: {
      x: places(axis),
      ...heights,
      order: { field: 'order', type: 'quantitative' },
      color: {
        field: 'snapshot',
        type: 'nominal',
        scale: scaleOf(snapshot => snapshotColor(theme, snapshot)),
        legend: null
      },
      strokeDash: {
        field: 'snapshot',
        type: 'nominal',
        scale: scaleOf(snapshot => [...SNAPSHOT_DASHES[snapshot]]),
        legend: null
      }
    }
  }
}
