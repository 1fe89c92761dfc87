/** float32 rounds sizes below this to 0. */
export const NOTHING: f64 = 7.006492321624085e-46 // 2^-150

/** float32 rounds sizes from here on to Infinity: (2 - 2^-24) · 2^127. */
export const OVERFLOW: f64 = 3.4028235677973366e38

/** e with 2^e ≤ |x| < 2^(e + 1), no less than -126. */
export function exponentOf(x: f32): i32 {
  return max(((reinterpret<i32>(x) >> 23) & 0xff) - 127, -126)
}

/** 2^exponent for -126 ≤ exponent ≤ 127. */
export function powerOfTwo(exponent: i32): f32 {
  return reinterpret<f32>((exponent + 127) << 23)
}

/** 2^exponent for |exponent| < 1000 or so; 0 far below. */
export function widePowerOfTwo(exponent: i32): f64 {
  if (exponent < -1022) return 0
  return reinterpret<f64>((<i64>min(exponent, 1023) + 1023) << 52)
}
