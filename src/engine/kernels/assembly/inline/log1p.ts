import { constant } from './constant'

const LN2 = 0
const ONE = 1
const TWO = 2
const L = 3

const C: StaticArray<f32> = [
  0.693147180559945309,
  1,
  2,
  0.33333388263635116, // l₀
  0.19988760800447372,
  0.1493615609356089 // l₂
]

/** bits of √½ */
const ROOT_HALF_BITS = 0x3f3504f3

/**
 * ln(1 + x) for x ≥ 0. 1 + x = 2^e m with √½ ≤ m < √2 and ln m = 2 artanh(f/(2 + f)), f = m - 1 (x itself while e = 0, so that small
 * x loses nothing); artanh s = s + s³ L(s²), error of the polynomial 1e-9. NaN and Infinity give NaN.
 */
export function log1p(x: v128): v128 {
  const one = constant(C, ONE)
  const u = f32x4.add(x, one)
  const e = i32x4.shr_s(i32x4.sub(u, i32x4.splat(ROOT_HALF_BITS)), 23)
  const m = i32x4.sub(u, i32x4.shl(e, 23))
  const f = v128.bitselect(x, f32x4.sub(m, one), i32x4.eq(e, i32x4.splat(0)))
  const s = f32x4.div(f, f32x4.add(f, constant(C, TWO)))
  const t = f32x4.mul(s, s)
  let l = f32x4.add(f32x4.mul(t, constant(C, L + 2)), constant(C, L + 1))
  l = f32x4.add(f32x4.mul(l, t), constant(C, L))
  const twice = f32x4.add(s, s)
  const mantissa = f32x4.add(twice, f32x4.mul(f32x4.mul(twice, t), l))
  const whole = f32x4.mul(f32x4.convert_i32x4_s(e), constant(C, LN2))
  return f32x4.add(f32x4.add(whole, mantissa), f32x4.mul(x, f32x4.splat(0)))
}
