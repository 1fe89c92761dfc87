import { Activation, CHUNK, Layer, Run } from '../fields'
import { address, eights, word } from './inline/access'
import { firstLanes, sizeBits } from './inline/lanes'

/** Samples that decide about most units: one that is not saturated in most of these cannot be in 99 % of a small batch. */
const FIRST = 8

/**
 * How many of the `samples` samples of chunk `index` each unit is saturated in, where the unit may still be saturated in 99 % of the
 * batch; else 0, which says the same. `stride`: distance of panels by unit.
 */
export function countSaturated(run: usize, layer: usize, index: i32, samples: i32, stride: usize): void {
  const units = word(layer, Layer.outputs)
  const kind = word(layer, Layer.activation)
  const low = lowestLive(kind)
  const offset = i32x4.splat(low == 0 ? 0 : i32.MIN_VALUE - low)
  const limit = i32x4.splat(highestLive(kind) + (low == 0 ? 0 : i32.MIN_VALUE - low))
  const first = min(FIRST, samples)
  const needed = i32x4.splat(first - word(run, Run.count) / 100)
  let a = address(layer, Layer.aByUnit) + ((<usize>(index * CHUNK)) << 5)
  let counts = address(layer, Layer.saturated) + ((<usize>(index * eights(units))) << 2)
  for (let unit = 0; unit < units; unit += 4) {
    let seen = countRows(a, first, offset, limit)
    if (v128.any_true(v128.and(i32x4.ge_s(seen, needed), firstLanes(units - unit)))) {
      if (samples > first) seen = i32x4.add(seen, countRows(a + (FIRST << 5), samples - first, offset, limit))
    } else seen = i32x4.splat(0)
    v128.store(counts, seen)
    counts += 16
    a += unit & 4 ? stride - 16 : 16
  }
}

/** Rows, of a panel that `a` is in, with (2 bits(a) + offset) > limit as integers, lane by lane. */
function countRows(a: usize, rows: i32, offset: v128, limit: v128): v128 {
  const end = a + ((<usize>rows) << 5)
  let seen = i32x4.splat(0)
  while (a < end) {
    seen = i32x4.sub(seen, i32x4.gt_s(i32x4.add(sizeBits(v128.load(a)), offset), limit))
    a += 32
  }
  return seen
}

/** φ′ is at least 1 % of its maximum for |a| from here on, as twice the bits of a. */
function lowestLive(kind: i32): i32 {
  return kind == Activation.sigmoid ? 2 * reinterpret<i32>(<f32>0.00250628144669) : 0 // a (1 - a) = 0.0025
}

/** φ′ is below 1 % of its maximum for |a| beyond this, as twice the bits of a. */
function highestLive(kind: i32): i32 {
  if (kind == Activation.sigmoid) return 2 * reinterpret<i32>(<f32>0.99749371855331)
  if (kind == Activation.tanh) return 2 * reinterpret<i32>(<f32>0.99498743710662) // 1 - a² = 0.01
  if (kind == Activation.softsign) return 2 * reinterpret<i32>(<f32>0.9) // (1 - |a|)² = 0.01
  return unreachable()
}
