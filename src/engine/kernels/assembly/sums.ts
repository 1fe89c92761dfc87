import { firstLanes, isFinite, laneSum, largestLane, sizeBits } from './inline/lanes'
import { exponentOf, powerOfTwo, widePowerOfTwo } from './powers'

/**
 * Below this a float32 sum of squares may have lost terms to underflow (below 2^-149 each) that matter; above it what was lost is
 * under 2^-89 of the sum for a million terms.
 */
export const SMALLEST_SQUARES: f64 = 8.673617379884035e-19 // 2^-60

/** Rows that are summed in float32 lanes before float64 takes over. */
export const ROWS = 256

/**
 * Σ x² over rows of eight floats: float32 lanes within ROWS rows, then float64; where float32's range ends, of numbers multiplied by
 * the power of two that makes the largest 1 … 2.
 */
export function sumSquares(from: usize, rows: i32): f64 {
  let total: f64 = 0
  for (let row = 0; row < rows; row += ROWS) {
    const size = min(ROWS, rows - row)
    const start = from + ((<usize>row) << 5)
    const quick = laneSum(quickSquares(start, size))
    total += quick >= SMALLEST_SQUARES && isFinite(quick) ? quick : farSquares(start, size, largest(start, size))
  }
  return total
}

function quickSquares(from: usize, rows: i32): v128 {
  const end = from + ((<usize>rows) << 5)
  let even = f32x4.splat(0)
  let odd = f32x4.splat(0)
  while (from < end) {
    const x = v128.load(from)
    const y = v128.load(from, 16)
    even = f32x4.add(even, f32x4.mul(x, x))
    odd = f32x4.add(odd, f32x4.mul(y, y))
    from += 32
  }
  return f32x4.add(even, odd)
}

/** Σ x² of at most ROWS rows, the largest |x| of which is `size`. */
export function farSquares(from: usize, rows: i32, size: f32): f64 {
  if (size == 0 || !isFinite(size)) return <f64>size
  const exponent = exponentOf(size)
  const factor = f32x4.splat(powerOfTwo(-exponent))
  const end = from + ((<usize>rows) << 5)
  let even = f32x4.splat(0)
  let odd = f32x4.splat(0)
  while (from < end) {
    const x = f32x4.mul(v128.load(from), factor)
    const y = f32x4.mul(v128.load(from, 16), factor)
    even = f32x4.add(even, f32x4.mul(x, x))
    odd = f32x4.add(odd, f32x4.mul(y, y))
    from += 32
  }
  return laneSum(f32x4.add(even, odd)) * widePowerOfTwo(2 * exponent)
}

/** Σ |x| over rows of eight floats, as `sumSquares`. */
export function sumSizes(from: usize, rows: i32): f64 {
  let total: f64 = 0
  for (let row = 0; row < rows; row += ROWS) {
    const size = min(ROWS, rows - row)
    const start = from + ((<usize>row) << 5)
    const quick = laneSum(quickSizes(start, size))
    total += isFinite(quick) ? quick : preciseSizes(start, size)
  }
  return total
}

function quickSizes(from: usize, rows: i32): v128 {
  const end = from + ((<usize>rows) << 5)
  let even = f32x4.splat(0)
  let odd = f32x4.splat(0)
  while (from < end) {
    even = f32x4.add(even, f32x4.abs(v128.load(from)))
    odd = f32x4.add(odd, f32x4.abs(v128.load(from, 16)))
    from += 32
  }
  return f32x4.add(even, odd)
}

function preciseSizes(from: usize, rows: i32): f64 {
  const end = from + ((<usize>rows) << 5)
  let total: f64 = 0
  while (from < end) {
    total += <f64>abs(load<f32>(from))
    from += 4
  }
  return total
}

/** The largest |x| of rows of eight floats; NaN if one is. */
export function largest(from: usize, rows: i32): f32 {
  const end = from + ((<usize>rows) << 5)
  let even = i32x4.splat(0)
  let odd = i32x4.splat(0)
  while (from < end) {
    even = i32x4.max_u(even, sizeBits(v128.load(from)))
    odd = i32x4.max_u(odd, sizeBits(v128.load(from, 16)))
    from += 32
  }
  return largestLane(i32x4.max_u(even, odd))
}

/** The smallest |x| in the first `lanes` of rows of eight floats; NaN counts as largest. */
export function smallest(from: usize, rows: i32, lanes: i32): f32 {
  const end = from + ((<usize>rows) << 5)
  const low = v128.not(firstLanes(lanes))
  const high = v128.not(firstLanes(lanes - 4))
  let bits = i32x4.splat(-1)
  while (from < end) {
    bits = i32x4.min_u(bits, sizeBits(v128.or(v128.load(from), low)))
    bits = i32x4.min_u(bits, sizeBits(v128.or(v128.load(from, 16), high)))
    from += 32
  }
  const pairs = i32x4.min_u(bits, v128.shuffle<i32>(bits, bits, 2, 3, 0, 1))
  const all = i32x4.min_u(pairs, v128.shuffle<i32>(pairs, pairs, 1, 0, 3, 2))
  return f32x4.extract_lane(i32x4.shr_u(all, 1), 0)
}
