import { firstLanes } from './lanes'

/**
 * Σ (a - shift) and Σ (a - shift)² of `units` units over the rows (samples) of panels by unit, four lanes each, to `sums` and sums + 16:
 * over the samples first, then over the panels. With `watched` moreover active[unit] = 1 where some a is not 0.
 */
export function momentPanels(
  watched: bool,
  a: usize,
  panel: usize,
  units: i32,
  rows: i32,
  shift: v128,
  sums: usize,
  active: usize
): void {
  let total = f32x4.splat(0)
  let totalSquares = f32x4.splat(0)
  for (let unit = 0; unit < units; unit += 8) {
    const end = a + ((<usize>rows) << 5)
    let at = a
    let sum = f32x4.splat(0)
    let highSum = f32x4.splat(0)
    let squares = f32x4.splat(0)
    let highSquares = f32x4.splat(0)
    let seen = i32x4.splat(0)
    let highSeen = i32x4.splat(0)
    while (at < end) {
      const x = v128.load(at)
      const y = v128.load(at, 16)
      const d = f32x4.sub(x, shift)
      const e = f32x4.sub(y, shift)
      sum = f32x4.add(sum, d)
      highSum = f32x4.add(highSum, e)
      squares = f32x4.add(squares, f32x4.mul(d, d))
      highSquares = f32x4.add(highSquares, f32x4.mul(e, e))
      if (watched) {
        seen = v128.or(seen, f32x4.ne(x, f32x4.splat(0)))
        highSeen = v128.or(highSeen, f32x4.ne(y, f32x4.splat(0)))
      }
      at += 32
    }
    const low = firstLanes(units - unit)
    const high = firstLanes(units - unit - 4)
    total = f32x4.add(total, f32x4.add(v128.and(sum, low), v128.and(highSum, high)))
    totalSquares = f32x4.add(totalSquares, f32x4.add(v128.and(squares, low), v128.and(highSquares, high)))
    if (watched) markActive(active + <usize>unit, i32x4.bitmask(seen) | (i32x4.bitmask(highSeen) << 4), units - unit)
    a += panel
  }
  v128.store(sums, total)
  v128.store(sums, totalSquares, 16)
}

/** active[i] = 1 where bit i is set, for the units that exist. */
export function markActive(active: usize, bits: i32, units: i32): void {
  for (let unit = 0; unit < min(units, 8); unit++) {
    if ((bits >> unit) & 1) store<u8>(active + <usize>unit, 1)
  }
}
