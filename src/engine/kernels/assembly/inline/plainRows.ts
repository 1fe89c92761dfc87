import { Panel } from '../../fields'
import { entry, setEntry } from './access'
import { laneSum, largestLane, sizeBits } from './lanes'

/**
 * For rows of eight with `update` w -= step · g; with `measure`, in the same pass, Σ g², Σ |g|, max |g| and Σ w² afterwards, in float32
 * lanes, which are added to the panel's record. The first two arguments are constants at every call.
 */
export function plainRows(update: bool, measure: bool, w: usize, g: usize, rows: i32, step: f32, panel: usize): void {
  const scale = f32x4.splat(step)
  const end = g + ((<usize>rows) << 5)
  let squares = f32x4.splat(0)
  let oddSquares = f32x4.splat(0)
  let sizes = f32x4.splat(0)
  let oddSizes = f32x4.splat(0)
  let bits = i32x4.splat(0)
  let weights = f32x4.splat(0)
  let oddWeights = f32x4.splat(0)
  while (g < end) {
    const x = v128.load(g)
    const y = v128.load(g, 16)
    if (measure) {
      squares = f32x4.add(squares, f32x4.mul(x, x))
      oddSquares = f32x4.add(oddSquares, f32x4.mul(y, y))
      sizes = f32x4.add(sizes, f32x4.abs(x))
      oddSizes = f32x4.add(oddSizes, f32x4.abs(y))
      bits = i32x4.max_u(bits, i32x4.max_u(sizeBits(x), sizeBits(y)))
    }
    if (update) {
      const u = f32x4.sub(v128.load(w), f32x4.mul(scale, x))
      const v = f32x4.sub(v128.load(w, 16), f32x4.mul(scale, y))
      v128.store(w, u)
      v128.store(w, v, 16)
      if (measure) {
        weights = f32x4.add(weights, f32x4.mul(u, u))
        oddWeights = f32x4.add(oddWeights, f32x4.mul(v, v))
      }
      w += 32
    }
    g += 32
  }
  if (!measure) return
  setEntry(panel, Panel.squares, entry(panel, Panel.squares) + laneSum(f32x4.add(squares, oddSquares)))
  setEntry(panel, Panel.sizes, entry(panel, Panel.sizes) + laneSum(f32x4.add(sizes, oddSizes)))
  const largest = <f64>largestLane(bits)
  if (!(largest <= entry(panel, Panel.largest))) setEntry(panel, Panel.largest, largest)
  if (update) {
    const total = laneSum(f32x4.add(weights, oddWeights))
    setEntry(panel, Panel.nextWeightSquares, entry(panel, Panel.nextWeightSquares) + total)
  }
}
