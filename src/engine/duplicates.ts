import type { Layout } from './layout'

/** W[unit][input] of a layer. */
export type WeightAt = (layer: number, unit: number, input: number) => number

/** For each layer the fraction of its units whose row of W equals another unit's (symmetry, as zeros leave it). */
export const duplicateUnits = (weight: WeightAt, { layers }: Layout): number[] =>
  layers.map(({ inputs, outputs }, layer) => {
    const compare = (a: number, b: number) => order((unit, input) => weight(layer, unit, input), a, b, inputs)
    return duplicates(compare, outputs) / outputs
  })

/** Rows in ascending order, so that equal ones stand side by side. */
function duplicates(compare: (a: number, b: number) => number, units: number): number {
  const rows = Array.from({ length: units }, (_, unit) => unit).sort(compare)
  const equalToNext = rows.map((row, i) => i + 1 < units && compare(row, rows[i + 1]!) === 0)
  return equalToNext.filter((equal, i) => equal || (i > 0 && equalToNext[i - 1]!)).length
}

/** Order of the rows a and b by their first difference. NaN stands above all numbers and equals nothing. */
function order(at: (unit: number, input: number) => number, a: number, b: number, length: number): number {
  for (let i = 0; i < length; i++) {
    const [left, right] = [at(a, i), at(b, i)]
    if (left === right) continue
    if (left !== left || right !== right) return left === left ? -1 : 1
    return left - right < 0 ? -1 : 1
  }
  return 0
}
