/**
 * Quantiles of `values` for ascending `fractions` in [0, 1], as numpy's default: linear interpolation between the order
 * statistics at (n - 1) · fraction. NaN if any value is NaN. Brings `values` into another order.
 */
export function quantiles(values: Float64Array, fractions: readonly number[]): number[] {
  if (values.length === 0 || hasNaN(values)) return fractions.map(() => NaN)
  let sorted = 0 // everything left of here is in place and not above what follows
  return fractions.map(fraction => {
    const position = (values.length - 1) * fraction
    const below = Math.floor(position)
    const above = Math.min(below + 1, values.length - 1)
    for (const rank of [below, above]) {
      if (rank < sorted) continue
      select(values, rank, sorted)
      sorted = rank + 1
    }
    return interpolate(values[below]!, values[above]!, position - below)
  })
}

function hasNaN(values: Float64Array): boolean {
  for (const value of values) if (Number.isNaN(value)) return true
  return false
}

/** numpy's form, which is monotonic and exact at both ends. */
function interpolate(low: number, high: number, t: number): number {
  if (t === 0 || low === high) return low
  return t < 0.5 ? low + (high - low) * t : high - (high - low) * (1 - t)
}

/** Hoare's selection: afterwards values[rank] is in place, nothing from `left` on before it is above, nothing behind below. */
function select(values: Float64Array, rank: number, left: number): void {
  let right = values.length - 1
  while (left < right) {
    const pivot = medianOfThree(values[left]!, values[(left + right) >> 1]!, values[right]!)
    let [i, j] = [left, right]
    while (i <= j) {
      while (values[i]! < pivot) i++
      while (values[j]! > pivot) j--
      if (i > j) break
      const value = values[i]!
      values[i++] = values[j]!
      values[j--] = value
    }
    if (rank <= j) right = j
    else if (rank >= i) left = i
    else return
  }
}

const medianOfThree = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
