import {
  at,
  CURVE_NAMES,
  isAbsent,
  QUANTITY_NAMES,
  type RunRecord,
  type Scaled,
  type Steps,
  type Table
} from '../record'
import type { NumberDifference } from './verdict'

/** Tables of a record, or of its single steps, and what they are called. */
type Tables = Pick<RunRecord, 'curves' | 'quantities'>

/** What is compared: the columns that are in both. */
export interface Comparing {
  readonly layers: RunRecord['layers']
  /** what the record's version did not have yet "does not apply" in it, and is passed over */
  readonly isOlder: boolean
}

/** The first number of the first `columns` epochs that is not the same, the earliest epoch first; null: all are. */
export function firstInEpochs(saved: Tables, now: Tables, columns: number, about: Comparing): NumberDifference | null {
  for (let column = 0; column < columns; column++) {
    const found = firstInColumn(saved, column, now, column, about)
    if (found) return { ...found, at: { unit: 'epoch', number: column } }
  }
  return null
}

/** The same of the single steps that both have. */
export function firstInSteps(saved: Steps, now: Steps, about: Comparing): NumberDifference | null {
  const places = new Map(now.steps.map((step, place) => [step, place]))
  for (const [column, step] of saved.steps.entries()) {
    const place = places.get(step)
    const found = place === undefined ? null : firstInColumn(saved, column, now, place, about)
    if (found) return { ...found, at: { unit: 'step', number: step } }
  }
  return null
}

type Found = Omit<NumberDifference, 'at'>

function firstInColumn(saved: Tables, column: number, now: Tables, place: number, about: Comparing): Found | null {
  for (const name of CURVE_NAMES) {
    const found = firstInRow(saved.curves[name], column, now.curves[name], place, about)
    if (found) return { what: 'number', name, layer: null, saved: found.saved, now: found.now }
  }
  for (const name of QUANTITY_NAMES) {
    const found = firstInRow(saved.quantities[name], column, now.quantities[name], place, about)
    if (found)
      return { what: 'number', name, layer: about.layers[found.layer]!.name, saved: found.saved, now: found.now }
  }
  return null
}

function firstInRow(
  saved: Table,
  column: number,
  now: Table,
  place: number,
  { isOlder }: Comparing
): { readonly layer: number; readonly saved: Scaled; readonly now: Scaled } | null {
  for (let layer = 0; layer < saved.layers; layer++) {
    const [before, after] = [at(saved, column, layer), at(now, place, layer)]
    if (isOlder && isAbsent(before.exponent)) continue
    if (before.exponent !== after.exponent || !Object.is(before.mantissa, after.mantissa))
      return { layer, saved: before, now: after }
  }
  return null
}
