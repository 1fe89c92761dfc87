import { CHUNK } from '../fields'
import { isFinite, upperHalf } from './inline/lanes'

/** Added to variances, as in the float64 backend. */
const EPSILON: f64 = 1e-5

/**
 * For each of eight lanes over `rows` rows of eight: mean and population variance in float64, and in float32 the mean and
 * 1/√(variance + ε). Two passes, the second about the first one's mean, which corrects it (Chan, Golub & LeVeque 1983); sums of 32
 * rows in float32, then in float64.
 */
export function laneMoments(
  from: usize,
  rows: i32,
  mean: usize,
  variance: usize,
  mean32: usize,
  inverse32: usize
): void {
  fourMoments(from, rows, mean, variance)
  fourMoments(from + 16, rows, mean + 32, variance + 32)
  finish(mean, variance, mean32, inverse32)
  finish(mean + 32, variance + 32, mean32 + 16, inverse32 + 16)
}

function fourMoments(from: usize, rows: i32, mean: usize, variance: usize): void {
  const count = f64x2.splat(<f64>rows)
  const shift = quickMean(from, rows)
  let low = f64x2.splat(0)
  let high = f64x2.splat(0)
  let lowSquares = f64x2.splat(0)
  let highSquares = f64x2.splat(0)
  for (let row = 0; row < rows; row += CHUNK) {
    const start = from + ((<usize>row) << 5)
    const end = start + ((<usize>min(CHUNK, rows - row)) << 5)
    let sum = f32x4.splat(0)
    let squares = f32x4.splat(0)
    for (let at = start; at < end; at += 32) {
      const d = f32x4.sub(v128.load(at), shift)
      sum = f32x4.add(sum, d)
      squares = f32x4.add(squares, f32x4.mul(d, d))
    }
    low = f64x2.add(low, f64x2.promote_low_f32x4(sum))
    high = f64x2.add(high, f64x2.promote_low_f32x4(upperHalf(sum)))
    lowSquares = f64x2.add(lowSquares, f64x2.promote_low_f32x4(squares))
    highSquares = f64x2.add(highSquares, f64x2.promote_low_f32x4(upperHalf(squares)))
  }
  low = f64x2.div(low, count)
  high = f64x2.div(high, count)
  v128.store(mean, f64x2.add(f64x2.promote_low_f32x4(shift), low))
  v128.store(mean, f64x2.add(f64x2.promote_low_f32x4(upperHalf(shift)), high), 16)
  v128.store(variance, varianceOf(lowSquares, count, low))
  v128.store(variance, varianceOf(highSquares, count, high), 16)
  if (!allFinite(variance)) preciseMoments(from, rows, mean, variance)
}

/** Mean of each lane, rounded to float32. */
function quickMean(from: usize, rows: i32): v128 {
  const count = f64x2.splat(<f64>rows)
  let low = f64x2.splat(0)
  let high = f64x2.splat(0)
  for (let row = 0; row < rows; row += CHUNK) {
    const start = from + ((<usize>row) << 5)
    const end = start + ((<usize>min(CHUNK, rows - row)) << 5)
    let sum = f32x4.splat(0)
    for (let at = start; at < end; at += 32) sum = f32x4.add(sum, v128.load(at))
    low = f64x2.add(low, f64x2.promote_low_f32x4(sum))
    high = f64x2.add(high, f64x2.promote_low_f32x4(upperHalf(sum)))
  }
  return demoted(f64x2.div(low, count), f64x2.div(high, count))
}

/** Σ d²/n - (mean of d)², no less than 0; NaN stays NaN. */
function varianceOf(squares: v128, count: v128, mean: v128): v128 {
  return f64x2.pmax(f64x2.sub(f64x2.div(squares, count), f64x2.mul(mean, mean)), f64x2.splat(0))
}

function demoted(low: v128, high: v128): v128 {
  return v128.shuffle<i32>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 1, 4, 5)
}

function allFinite(values: usize): bool {
  return (
    isFinite(load<f64>(values)) &&
    isFinite(load<f64>(values, 8)) &&
    isFinite(load<f64>(values, 16)) &&
    isFinite(load<f64>(values, 24))
  )
}

/** The same for four lanes in float64 throughout: for numbers whose squares float32 cannot hold. */
function preciseMoments(from: usize, rows: i32, mean: usize, variance: usize): void {
  const end = from + ((<usize>rows) << 5)
  for (let lane: usize = 0; lane < 4; lane++) {
    let sum: f64 = 0
    let squares: f64 = 0
    for (let at = from; at < end; at += 32) sum += <f64>load<f32>(at + (lane << 2))
    const middle = sum / <f64>rows
    for (let at = from; at < end; at += 32) {
      const d = <f64>load<f32>(at + (lane << 2)) - middle
      squares += d * d
    }
    store<f64>(mean + (lane << 3), middle)
    store<f64>(variance + (lane << 3), squares / <f64>rows)
  }
}

function finish(mean: usize, variance: usize, mean32: usize, inverse32: usize): void {
  v128.store(mean32, demoted(v128.load(mean), v128.load(mean, 16)))
  v128.store(inverse32, demoted(inverseOf(v128.load(variance)), inverseOf(v128.load(variance, 16))))
}

function inverseOf(variance: v128): v128 {
  return f64x2.div(f64x2.splat(1), f64x2.sqrt(f64x2.add(variance, f64x2.splat(EPSILON))))
}
