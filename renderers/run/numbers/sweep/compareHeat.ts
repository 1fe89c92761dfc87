import {
  at,
  bestRuns,
  chosenMetric,
  groupResults,
  groupsOf,
  log10,
  thumbnailSize,
  THUMBNAIL_MARKS,
  type CompareItem,
  type RunRecord,
  type RunSummary
} from '../../../../src/record'
import type { Reach } from '../colorScale'
import { MOST_REACH, type ThumbRatios } from './thumbField'

/** Delta of one of those compared, by hidden layer and column; of a net with fewer than two hidden layers, of all layers. */
export interface CompareHeat {
  readonly reference: string
  readonly names: readonly string[]
  readonly layers: number
  readonly columns: number
  /** [columns] the last epoch of each column */
  readonly epochs: readonly number[]
  /** [columns × layers] log10 of delta; Infinity: not finite, -Infinity: zero, NaN: nothing */
  readonly sizes: Float64Array
}

/** What the layer, from 0, of a net with so many is called, where no record tells. */
export type NameOf = (layer: number, layers: number) => string

/** What can be drawn of an item: of a sweep the median run of its best group. */
export function compareHeat(item: CompareItem, nameOf: NameOf): CompareHeat | null {
  if (item.kind === 'missing') return null
  if (item.kind === 'run') return item.record.columns === 0 ? null : heatOfRun(item.reference, item.record)
  const metric = chosenMetric(item.record)
  const [first] = bestRuns(item.record)
  const group = groupResults(item.record, metric).find(({ runs }) => runs[0] === first)
  const run = item.record.runs[group?.median ?? -1]
  return run?.state === 'done' && run.summary.columns > 0 ? heatOfSummary(item.reference, run.summary, nameOf) : null
}

const shownLayers = (layers: number): number => (layers > 2 ? layers - 1 : layers)

function heatOfRun(reference: string, { layers, columns, quantities }: RunRecord): CompareHeat {
  const shown = shownLayers(layers.length)
  const table = quantities.delta_rms
  const size = (column: number, layer: number): number => {
    const number = at(table, column, layer)
    return Number.isNaN(number.mantissa) && number.exponent === 0 ? Infinity : log10(number)
  }
  return {
    reference,
    names: layers.slice(0, shown).map(({ name }) => name),
    layers: shown,
    columns,
    epochs: Array.from({ length: columns }, (_, column) => column),
    sizes: Float64Array.from({ length: columns * shown }, (_, i) => size(Math.floor(i / shown), i % shown))
  }
}

function heatOfSummary(
  reference: string,
  { layers, epochs, columns: recorded, thumbnail }: RunSummary,
  nameOf: NameOf
): CompareHeat {
  const groups = groupsOf(epochs, recorded)
  const shown = shownLayers(layers)
  const size = (column: number, layer: number): number => {
    const index = layer * groups.length + column
    const code = thumbnail.cells[index]!
    if (code === THUMBNAIL_MARKS.zero) return -Infinity
    return thumbnailSize(thumbnail, index) ?? (code === THUMBNAIL_MARKS.nonfinite ? Infinity : NaN)
  }
  return {
    reference,
    names: Array.from({ length: shown }, (_, i) => nameOf(i, layers)),
    layers: shown,
    columns: groups.length,
    epochs: groups.map(({ to }) => to - 1),
    sizes: Float64Array.from({ length: groups.length * shown }, (_, i) => size(Math.floor(i / shown), i % shown))
  }
}

/** Each layer relative to the last one shown, as in thumbnails: the scale's middle is 1 for every net. */
export function heatRatios({ layers, columns, sizes }: CompareHeat): ThumbRatios {
  const reference = (i: number) => sizes[i - (i % layers) + layers - 1]!
  const logs = sizes.map((size, i) =>
    Number.isFinite(size) && Number.isFinite(reference(i)) ? size - reference(i) : size
  )
  return { layers, columns, logs }
}

/** Why two heats have no difference: their layers or columns are not the same in number. */
export const isComparable = (a: CompareHeat, b: CompareHeat): boolean =>
  a.layers === b.layers && a.epochs[1] === b.epochs[1] && Math.min(a.columns, b.columns) > 0

/** log10 of delta of `b` divided by that of `a`, cell by cell, as far as both go. */
export function heatDifference(a: CompareHeat, b: CompareHeat): ThumbRatios {
  const columns = Math.min(a.columns, b.columns)
  const logs = Float64Array.from({ length: columns * a.layers }, (_, i) => quotient(a.sizes[i]!, b.sizes[i]!))
  return { layers: a.layers, columns, logs }
}

/** Both zero are alike; where either is not finite, so is the quotient. */
function quotient(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN
  if (a === Infinity || b === Infinity) return Infinity
  if (a === b) return 0
  return a === -Infinity ? Infinity : b - a
}

/** The same reach on both sides, in whole decades: a difference has a sign. */
export function differenceReach(all: readonly ThumbRatios[]): Reach {
  let reach = 1
  for (const { logs } of all)
    for (const log of logs) if (Number.isFinite(log)) reach = Math.max(reach, Math.abs(log) - 0.1)
  const whole = Math.min(MOST_REACH, Math.ceil(reach))
  return { low: whole, high: whole }
}

/** The column that shows `epoch`: the first that ends at or after it; the last where all end before. */
export function columnOf({ epochs }: Pick<CompareHeat, 'epochs'>, epoch: number): number {
  const column = epochs.findIndex(end => end >= epoch)
  return column < 0 ? epochs.length - 1 : column
}
