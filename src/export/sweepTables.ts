import {
  at,
  CURVE_NAMES,
  END_QUANTITIES,
  formatScaled,
  groupsOf,
  isAbsent,
  scaled,
  thumbnailSize,
  THUMBNAIL_MARKS,
  type RunSummary,
  type Scaled,
  type SweepRecord
} from '../record'
import { csvLine } from './csvField'
import { TEXTS } from './texts'

const DIGITS = 9
const MOST_ROWS = 1_000_000

/** What a sweep keeps of its runs beside a row a run, as CSV; `run` is the run's place among the sweep's, from 0. */
export const SWEEP_TABLES = { epochs: epochsCsv, layers: layersCsv, delta: deltaCsv } as const
/** One of these tables. */
export type SweepTable = keyof typeof SWEEP_TABLES

/** The curves of all runs, a row for each run and group of epochs: at the group's last epoch. */
function epochsCsv(record: SweepRecord): string {
  const head = ['run', 'epoch', ...CURVE_NAMES, 'lowest_loss']
  return tableOf(record, head, ({ epochs, columns, curves, lowest }) =>
    groupsOf(epochs, columns).map(({ to }, i) => [
      String(to - 1),
      ...CURVE_NAMES.map(name => number(curves[name]?.course[i])),
      number(lowest[i])
    ])
  )
}

/** The sizes that are kept exactly: a row for each run and layer, from 1, before training (`initial`) and in the last epoch. */
function layersCsv(record: SweepRecord): string {
  const head = ['run', 'layer', ...END_QUANTITIES.flatMap(name => [`${name}_initial`, `${name}_last`])]
  return tableOf(record, head, ({ layers, ends }) =>
    Array.from({ length: layers }, (_, layer) => [
      String(layer + 1),
      ...END_QUANTITIES.flatMap(name => [0, 1].map(end => size(at(ends[name], end, layer))))
    ])
  )
}

/** The small heatmaps: log10 of the largest delta of a group of epochs, to a 252nd of what the run's heatmap spans. */
function deltaCsv(record: SweepRecord): string {
  const head = ['run', 'epoch', 'layer', 'log10_delta_rms']
  return tableOf(record, head, ({ layers, epochs, columns, thumbnail }) => {
    const groups = groupsOf(epochs, columns)
    return groups.flatMap(({ to }, i) =>
      Array.from({ length: layers }, (_, layer) => [
        String(to - 1),
        String(layer + 1),
        thumbnailText(thumbnail, layer * groups.length + i)
      ])
    )
  })
}

function tableOf(
  { runs }: SweepRecord,
  head: readonly string[],
  rowsOf: (summary: RunSummary) => readonly (readonly string[])[]
): string {
  const rows = runs.flatMap((run, index) =>
    run.state === 'done' ? rowsOf(run.summary).map(row => csvLine([String(index), ...row])) : []
  )
  if (rows.length > MOST_ROWS) throw new Error(TEXTS.tooManyRows(rows.length, MOST_ROWS))
  return [csvLine(head), ...rows].join('')
}

function thumbnailText(thumbnail: RunSummary['thumbnail'], cell: number): string {
  const found = thumbnailSize(thumbnail, cell)
  if (found !== null) return found.toFixed(3)
  const mark = thumbnail.cells[cell]
  return mark === THUMBNAIL_MARKS.zero ? '-Infinity' : mark === THUMBNAIL_MARKS.nonfinite ? 'NaN' : ''
}

/** An empty field does not apply. */
const number = (value: number | undefined): string => (value === undefined ? '' : formatScaled(scaled(value), DIGITS))

const size = (value: Scaled): string => (isAbsent(value.exponent) ? '' : formatScaled(value, DIGITS))
