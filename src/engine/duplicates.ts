import type { LayerSlot, Layout } from './layout'

/** For each layer the fraction of its units whose row of W equals another unit's (symmetry, as zeros leave it). */
export const duplicateUnits = (parameters: Float64Array, layout: Layout): number[] =>
  layout.layers.map(slot => duplicates(parameters, slot) / slot.outputs)

/** Rows in ascending order, so that equal ones stand side by side. */
function duplicates(parameters: Float64Array, { weights, inputs, outputs }: LayerSlot): number {
  const rows = Array.from({ length: outputs }, (_, unit) => weights + unit * inputs)
  rows.sort((a, b) => compare(parameters, a, b, inputs))
  const equalToNext = rows.map((row, i) => i + 1 < outputs && compare(parameters, row, rows[i + 1]!, inputs) === 0)
  return equalToNext.filter((equal, i) => equal || (i > 0 && equalToNext[i - 1]!)).length
}

/** Order of the rows from offset a and b on by their first difference. NaN stands above all numbers and equals nothing. */
function compare(values: Float64Array, a: number, b: number, length: number): number {
  for (let i = 0; i < length; i++) {
    const [left, right] = [values[a + i]!, values[b + i]!]
    if (left === right) continue
    if (left !== left || right !== right) return left === left ? -1 : 1
    return left - right < 0 ? -1 : 1
  }
  return 0
}
