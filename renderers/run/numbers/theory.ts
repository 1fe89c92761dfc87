import { at, log10, type RunRecord } from '../../../src/record'
import { isCovered, predictRecord, type CellPrediction, type Prediction } from '../../../src/theory'
import type { HeatNumbers } from './heatNumbers'
import { lastHidden } from './relative'

/** What theory expects of one layer's delta before training, in powers of ten; null where it cannot be drawn. */
export interface TheoryPoint {
  readonly index: number
  readonly row: string
  readonly x: number | null
  /** two standard deviations around the mean over draws of the weights, which is a little below */
  readonly low: number | null
  readonly high: number | null
}

/** The prediction for a record's net. It takes as long as the net is deep, so it is made once a run. */
export const theoryOf = (record: RunRecord): CellPrediction => predictRecord(record)

/** Theory's points on the profile of `heat`; none where it shows another quantity, or theory does not cover the net. */
export function theoryPoints(
  theory: CellPrediction | null,
  heat: Pick<HeatNumbers, 'name' | 'absolute' | 'scale'>,
  record: RunRecord,
  rows: readonly string[]
): TheoryPoint[] {
  if (theory === null || !isCovered(theory) || !isAbout(heat) || record.columns === 0) return []
  const measure = heat.absolute ? theory.layers.length - 1 : lastHidden(record)
  const start = heat.absolute ? log10(at(record.quantities.delta_rms, 0, measure)) : 0
  return rows.map((row, index) => ({ index, row, ...placed(theory, index, measure, start) }))
}

/** Whether a heatmap is of what theory predicts. */
export const isAbout = ({ name, scale }: Pick<HeatNumbers, 'name' | 'scale'>): boolean =>
  name === 'delta_rms' && scale.kind === 'log'

/** `layer` over the layer `measure`, whose power of ten is `start`. The spread is that of the layers between the two. */
function placed(
  { layers }: Prediction,
  layer: number,
  measure: number,
  start: number
): Pick<TheoryPoint, 'x' | 'low' | 'high'> {
  const [own, other] = [layers[layer]!, layers[measure]!]
  const x = start + (own.lnDeltaRelative - other.lnDeltaRelative) / Math.LN10
  const variance = own.lnStd ** 2 - other.lnStd ** 2
  const mean = x - variance / (4 * Math.LN10)
  const reach = Math.sqrt(Math.abs(variance)) / Math.LN10
  return { x: drawable(x), low: drawable(mean - reach), high: drawable(mean + reach) }
}

const drawable = (x: number): number | null => (Number.isFinite(x) ? x : null)
