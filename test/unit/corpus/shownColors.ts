import { STEPS } from '../../../renderers/run/numbers/colorScale'
import { ABSENT_CELL } from '../../../renderers/run/numbers/field'
import { heatNumbers } from '../../../renderers/run/numbers/heatNumbers'
import { DEFAULT_LOOK, isUnfolded } from '../../../renderers/run/numbers/look'
import { shownOf } from '../../../renderers/run/numbers/shown'
import type { RunRecord } from '../../../src/record'

/** The colour in the middle of a scale. */
export const NEUTRAL = STEPS

/** How far from neutral the colours are that a figure shows by itself for `layer`, column by column, in decades; infinite for signs. */
export function decadesOf(record: RunRecord, layer: number): number[] {
  const shown = shownOf(record, isUnfolded(record, DEFAULT_LOOK))
  const { field, scale } = heatNumbers(shown, DEFAULT_LOOK.quantity, { absolute: false, reach: null })
  if (scale.kind !== 'log') throw new Error('delta has a log scale')
  return Array.from({ length: field.columns }, (_, column) => {
    const cell = field.cells[column * field.layers + layer]!
    if (cell < 0) return cell === ABSENT_CELL ? NaN : Infinity
    const share = (cell - NEUTRAL) / STEPS
    return share * (share < 0 ? scale.low : scale.high)
  })
}

/** The same of all hidden layers. */
export const hiddenCells = (record: RunRecord): number[] =>
  record.layers.slice(0, -1).flatMap((_, layer) => decadesOf(record, layer))
