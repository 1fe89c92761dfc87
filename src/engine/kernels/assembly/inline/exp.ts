import { constant } from './constant'

const LOWEST = 0
const HIGHEST = 1
const LOG2_E = 2
const ROUNDER = 3
const LN2_HIGH = 4
const LN2_LOW = 5
const ONE = 6
const Q = 7
const NEGATED_LOWEST = 12
const MINUS_LOG2_E = 13

const C: StaticArray<f32> = [
  -87, // e^x below is 0
  88, // e^x above is e^88
  1.44269504088896341,
  12582912, // 1.5 · 2^23: adding it rounds to a whole number, which then stands in the low bits
  0.693359375, // ln 2 to 9 bits, so that n · LN2_HIGH is exact,
  -2.12194440054690583e-4, // and the rest
  1,
  0.49999998171342347, // q₀
  0.16666543747997845,
  0.04166719552111884,
  0.008366508395783906,
  0.0013882767909866088, // q₄
  87, // e^-x below is 0
  -1.44269504088896341
]

/*
 * e^x = 2^n e^r with r = x - n ln 2, |r| ≤ ln2/2, and e^r = 1 + r + r² q(r), relative error below 1.4e-8. With `negated`, a constant at
 * every call, all of it for e^-x; then `remainder` is -r, which saves turning signs. Terms are taken in pairs, as a long chain would
 * wait for itself.
 */

/** x within the range that `remainder` can take; NaN stays. */
export function inside(x: v128): v128 {
  return f32x4.pmin(f32x4.pmax(x, constant(C, LOWEST)), constant(C, HIGHEST))
}

/** n + ROUNDER, where n is ±x/ln 2 to the nearest whole number. */
export function rounded(x: v128, negated: bool): v128 {
  return f32x4.add(f32x4.mul(x, constant(C, negated ? MINUS_LOG2_E : LOG2_E)), constant(C, ROUNDER))
}

/** ±r */
export function remainder(x: v128, shifted: v128, negated: bool): v128 {
  const n = f32x4.sub(shifted, constant(C, ROUNDER))
  const high = addSigned(x, f32x4.mul(n, constant(C, LN2_HIGH)), !negated)
  return addSigned(high, f32x4.mul(n, constant(C, LN2_LOW)), !negated)
}

/** r² q(r) for the remainder ±r */
export function tail(r: v128, negated: bool): v128 {
  const square = f32x4.mul(r, r)
  const low = addSigned(constant(C, Q), f32x4.mul(r, constant(C, Q + 1)), negated)
  const high = addSigned(constant(C, Q + 2), f32x4.mul(r, constant(C, Q + 3)), negated)
  const top = f32x4.add(high, f32x4.mul(square, constant(C, Q + 4)))
  return f32x4.mul(square, f32x4.add(low, f32x4.mul(square, top)))
}

export function addSigned(a: v128, b: v128, minus: bool): v128 {
  return minus ? f32x4.sub(a, b) : f32x4.add(a, b)
}

/** e^±x for ±x between -87 and 88; NaN stays NaN. */
function expInside(bounded: v128, negated: bool): v128 {
  const shifted = rounded(bounded, negated)
  const r = remainder(bounded, shifted, negated)
  const p = f32x4.add(addSigned(constant(C, ONE), r, negated), tail(r, negated))
  return i32x4.add(p, i32x4.shl(shifted, 23))
}

/** e^-x for x brought to 87 or less; any bits where e^x `vanishes`; NaN stays NaN. */
export function powerBelow(x: v128): v128 {
  return expInside(f32x4.pmin(x, constant(C, NEGATED_LOWEST)), true)
}

/** True where e^x is taken for 0, so that no denormal arises. */
export function vanishes(x: v128): v128 {
  return f32x4.lt(x, constant(C, LOWEST))
}

/** e^x; 0 for x < -87, e^88 for x > 88. Largest relative error 1.2e-7 (test/unit/kernels). */
export function exp(x: v128): v128 {
  return v128.andnot(expInside(inside(x), false), vanishes(x))
}

/** e^x - 1 for x ≤ 0, accurate near 0: 2^n (e^r - 1) + (2^n - 1). */
export function expm1(x: v128): v128 {
  const bounded = inside(x)
  const shifted = rounded(bounded, false)
  const r = remainder(bounded, shifted, false)
  const one = constant(C, ONE)
  const scale = i32x4.add(one, i32x4.shl(shifted, 23))
  return f32x4.add(f32x4.mul(scale, f32x4.add(r, tail(r, false))), f32x4.sub(scale, one))
}
