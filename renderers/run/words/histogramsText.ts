import { formatScaled, log10, scaled, type RunRecord } from '../../../src/record'
import { barsOf, histogramLayers, medianOf, snapshotsOf, type Bars, type Spread } from '../numbers/histograms'
import { epochName } from './columnName'
import { TEXTS } from './texts'

const { histograms: TEXT } = TEXTS.details

/** A number of a histogram's axis: of gradients its power of ten, also far outside float64. */
export function edgeText(edge: number, spread: Spread): string {
  if (spread === 'activation') return formatScaled(scaled(edge), 3)
  const exponent = Math.floor(edge / log10(scaled(2)))
  return formatScaled(scaled(10 ** (edge - exponent * log10(scaled(2))), exponent), 2)
}

/** "2.1e-9 … 3e-7 … 1.1e-5": the least, the median and the largest. */
export const rangeText = (bars: Bars, spread: Spread): string =>
  TEXT.range(edgeText(bars.edges[0]!, spread), edgeText(medianOf(bars), spread), edgeText(bars.edges.at(-1)!, spread))

/** How the histograms were made, and what the first layer's gradients did. */
export function histogramsText(record: RunRecord): string {
  const some = histogramLayers(record.layers.length).length
  return [
    firstLayer(record),
    TEXT.sentence(TEXT.samples),
    ...(some < record.layers.length ? [TEXT.someLayers(some, record.layers.length)] : [])
  ]
    .filter(part => part !== '')
    .join(' ')
}

function firstLayer({ distributions, layers }: RunRecord): string {
  const snapshots = snapshotsOf({ distributions })
  const [first, last] = [snapshots[0], snapshots.at(-1)]
  if (!first || !last || first === last) return ''
  const [before, after] = [first, last].map(({ at }) => barsOf(at, 'weightGradient', 0))
  if (!before || !after) return ''
  const text = (bars: Bars) => edgeText(medianOf(bars), 'weightGradient')
  return TEXT.course(layers[0]!.name, text(before), text(after), epochName(last.at.epoch))
}
