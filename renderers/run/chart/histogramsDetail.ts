import { scaled } from '../../../src/record'
import {
  SPREADS,
  barsOf,
  histogramAxis,
  histogramLayers,
  snapshotsOf,
  outlineOf,
  type HistogramAxis,
  type Snapshot,
  type Spread
} from '../numbers/histograms'
import { epochName } from '../words/columnName'
import { histogramsText } from '../words/histogramsText'
import { percent } from '../words/percent'
import { TEXTS } from '../words/texts'
import type { DetailRoom } from './detailPlace'
import { histogramPanel, type HistogramRow } from './histogramPanel'
import type { Scene } from './scene'
import { snapshotKey } from './snapshotKey'

const { histograms: TEXT } = TEXTS.details

const GAP = 24
/** Narrower than this a histogram cannot be read: the two kinds stand below each other. */
const NARROWEST = 112
const TALLEST = 440
/** px above and below a plot, and between the key and the first */
const TITLE_AND_AXIS = 36
const ROW_GAP = 12

/** Histograms of weight gradients and activations, a row a layer, at three moments. */
export function histogramsDetail(scene: Scene, room: DetailRoom) {
  const { record, layout } = scene
  const snapshots = snapshotsOf(record)
  if (snapshots.length === 0) return null
  const left = layout.gutter
  const width = room.width + room.left - left
  const stacked = width < 2 * NARROWEST + GAP
  const zeros = record.distributions.some(({ zeroGradient }) => zeroGradient.some(share => share >= LEAST_SHARE))
  const gaps = SPREADS.some(spread => hasGaps(scene, spread))
  const signs = zeros || gaps ? scene.measure(TEXT.zero('00 %')) + 6 : 0
  const plotWidth = Math.floor((stacked ? width : (width - GAP) / 2) - signs)
  const layers = histogramLayers(record.layers.length)
  const rowHeight = Math.min(34, Math.max(11, TALLEST / layers.length))
  const made = SPREADS.map((spread, i) => {
    const axis = histogramAxis(allBars(scene, spread, layers), spread, Math.max(2, plotWidth / 60))
    const title = axis?.kind === 'both' ? TEXT.spreadsBoth : TEXT.spreads[spread]
    const size = { width: plotWidth, rowHeight, named: stacked || i === 0, gap: signs }
    return { spread, panel: histogramPanel(scene, spread, rowsOf(scene, spread, layers), axis, title, size), axis }
  })
  const panels = made.map(({ panel }) => panel)
  const key = snapshotKey(
    scene,
    snapshots.map(({ snapshot, at }) => ({ snapshot, text: epochName(at.epoch) })),
    [...(zeros ? [TEXT.zeroMeaning] : []), ...(gaps ? [TEXT.nonfinite] : [])],
    width
  )
  return {
    title: TEXT.title,
    extra: panels.length * (stacked ? TITLE_AND_AXIS : TITLE_AND_AXIS / 2) + ROW_GAP,
    sentence: histogramsText(record),
    left,
    rows: [[key], ...(stacked ? panels.map(panel => [panel]) : [panels])],
    data: Object.fromEntries(
      made.map(({ spread, axis }) => [`histograms_${spread}`, corners(scene, spread, axis, layers, rowHeight)])
    )
  }
}

/** Less than this is not worth a word. */
const LEAST_SHARE = 0.005

const allBars = ({ record }: Scene, spread: Spread, layers: readonly number[]) =>
  record.distributions.flatMap(at => layers.flatMap(layer => barsOf(at, spread, layer) ?? []))

const hasGaps = ({ record }: Scene, spread: Spread): boolean =>
  record.distributions.length > 0 &&
  record.layers.some((_, layer) => barsOf(record.distributions.at(-1)!, spread, layer) === null)

/** A row's name, and in words what has no place on its axis: of the newest snapshot. */
function rowsOf({ record, layout }: Scene, spread: Spread, layers: readonly number[]): HistogramRow[] {
  const at = record.distributions.at(-1)!
  return layers.map(layer => {
    const share = spread === 'weightGradient' ? at.zeroGradient[layer]! : 0
    const some = barsOf(at, spread, layer) !== null
    const sign =
      share >= LEAST_SHARE ? TEXT.zero(percent(scaled(Number(share.toPrecision(2))))) : some ? '' : TEXT.nonfinite
    return { name: layout.rows[layer]!, sign: share === 1 ? TEXT.allZero : sign }
  })
}

/** A corner of a histogram's outline, in its panel. */
interface PlacedCorner {
  /** the histogram's name within its panel */
  readonly outline: string
  readonly snapshot: Snapshot
  readonly order: number
  readonly place: number
  /** px from the panel's top */
  readonly y: number
  readonly base: number
}

/** How much of its row a histogram's highest bar takes. */
const FULL = 0.9

function corners(
  { record }: Scene,
  spread: Spread,
  axis: HistogramAxis | null,
  layers: readonly number[],
  rowHeight: number
): PlacedCorner[] {
  if (axis === null) return []
  return snapshotsOf(record).flatMap(({ snapshot, at }) =>
    layers.flatMap((layer, row) => {
      const bars = barsOf(at, spread, layer)
      const base = (row + 1) * rowHeight
      const outline = `${snapshot} ${layer}`
      return bars === null
        ? []
        : outlineOf(bars, axis).map(({ place, height }, order) => ({
            ...{ outline, snapshot, order, place, base },
            y: base - height * FULL * rowHeight
          }))
    })
  )
}
