/**
 * Brings the rows of `values` [order.length × width] into `order`, a permutation, in place: row i becomes what row order[i] was.
 * Follows each cycle with one row put aside.
 */
export function reorderRows(values: Float64Array, width: number, order: Int32Array): void {
  const placed = new Uint8Array(order.length)
  const aside = new Float64Array(width)
  for (let first = 0; first < order.length; first++) {
    if (placed[first] === 1 || order[first] === first) continue
    aside.set(values.subarray(first * width, (first + 1) * width))
    let place = first
    for (let from = order[place]!; from !== first; from = order[place]!) {
      values.copyWithin(place * width, from * width, (from + 1) * width)
      placed[place] = 1
      place = from
    }
    values.set(aside, place * width)
    placed[place] = 1
  }
}
