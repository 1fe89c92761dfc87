/** ((x0 + x1) + (x2 + x3)) in float64. */
export function laneSum(x: v128): f64 {
  const low = f64x2.promote_low_f32x4(x)
  const high = f64x2.promote_low_f32x4(upperHalf(x))
  return (
    f64x2.extract_lane(low, 0) +
    f64x2.extract_lane(low, 1) +
    (f64x2.extract_lane(high, 0) + f64x2.extract_lane(high, 1))
  )
}

/** Lanes 2 and 3, as lanes 0 and 1. */
export function upperHalf(x: v128): v128 {
  return v128.shuffle<i32>(x, x, 2, 3, 2, 3)
}

/** |x| as twice the integer of its bits: unsigned, these order like the sizes, then Infinity, then NaN. */
export function sizeBits(x: v128): v128 {
  return i32x4.shl(x, 1)
}

/** The largest of four `sizeBits` as a float: NaN if one of them was. */
export function largestLane(bits: v128): f32 {
  const pairs = i32x4.max_u(bits, v128.shuffle<i32>(bits, bits, 2, 3, 0, 1))
  const all = i32x4.max_u(pairs, v128.shuffle<i32>(pairs, pairs, 1, 0, 3, 2))
  return f32x4.extract_lane(i32x4.shr_u(all, 1), 0)
}

/** All bits of lane i set where i < valid. */
export function firstLanes(valid: i32): v128 {
  return i32x4.gt_s(i32x4.splat(valid), i32x4(0, 1, 2, 3))
}

export function isFinite(x: f64): bool {
  return x - x == 0
}
