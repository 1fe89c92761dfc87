import { CHUNK, Chunk, Layer, Panel, Run } from '../fields'
import { address, eights, entry, setEntry, word } from './inline/access'
import { product } from './product'
import { widePowerOfTwo } from './powers'

/** Σ over the samples of delta · inputᵀ and of delta, for units 8 j … 8 j + 7 of a layer: panel j of the gradient, times B · 2^exponent. */
export function gradientPanel(run: usize, layer: usize, j: i32, panel: usize, gradient: usize): void {
  const count = word(run, Run.count)
  const inputs = word(layer, Layer.inputs)
  const stride = (<usize>eights(count)) << 5
  const delta = address(layer, Layer.deltaByUnit) + <usize>j * stride
  setEntry(panel, Panel.exponent, alignChunks(layer, delta, count))
  setEntry(panel, Panel.divisor, <f64>count)
  const lanes = min(8, word(layer, Layer.outputs) - 8 * j)
  product(address(layer, Layer.inputByUnit), stride, delta, stride, gradient, 0, inputs, count, lanes)
  sumRows(delta, count, gradient + ((<usize>inputs) << 5), lanes > 4)
}

export function gradientOf(layer: usize, j: i32): usize {
  return address(layer, Layer.gradient) + <usize>j * address(layer, Layer.gradientPanel)
}

/** Sum of `rows` rows of eight: even rows, plus odd rows. Lanes 4 … 7 hold another layer's numbers unless `wide`, and become 0. */
function sumRows(from: usize, rows: i32, to: usize, wide: bool): void {
  let low = f32x4.splat(0)
  let high = f32x4.splat(0)
  let oddLow = f32x4.splat(0)
  let oddHigh = f32x4.splat(0)
  const end = from + ((<usize>(rows & -2)) << 5)
  while (from < end) {
    low = f32x4.add(low, v128.load(from))
    high = f32x4.add(high, v128.load(from, 16))
    oddLow = f32x4.add(oddLow, v128.load(from, 32))
    oddHigh = f32x4.add(oddHigh, v128.load(from, 48))
    from += 64
  }
  if (rows & 1) {
    low = f32x4.add(low, v128.load(from))
    high = f32x4.add(high, v128.load(from, 16))
  }
  v128.store(to, f32x4.add(low, oddLow))
  v128.store(to, wide ? f32x4.add(high, oddHigh) : f32x4.splat(0), 16)
}

/**
 * Chunks may have been multiplied by different powers of two: brings a panel's delta (by unit) to the power of the chunk that
 * counts most and returns it.
 */
function alignChunks(layer: usize, delta: usize, count: i32): f64 {
  const common = commonExponent(address(layer, Layer.chunks), count)
  let chunk = address(layer, Layer.chunks)
  for (let start = 0; start < count; start += CHUNK) {
    const exponent = entry(chunk, Chunk.exponent)
    if (exponent != common) {
      const factor = f32x4.splat(<f32>widePowerOfTwo(<i32>(common - exponent)))
      const from = delta + ((<usize>start) << 5)
      const end = from + ((<usize>min(CHUNK, count - start)) << 5)
      for (let at = from; at < end; at += 16) v128.store(at, f32x4.mul(v128.load(at), factor))
    }
    chunk += Chunk.words << 3
  }
  return common
}

/** The smallest exponent of the chunks whose delta is not all 0; the first chunk's if all are. */
export function commonExponent(chunk: usize, count: i32): f64 {
  return commonOf(chunk, count, Chunk.deltaSquares, Chunk.exponent)
}

/** The same of other entries of the chunks' records. */
export function commonOf(chunk: usize, count: i32, squares: i32, entries: i32): f64 {
  let common = entry(chunk, entries)
  let found = false
  for (let start = 0; start < count; start += CHUNK) {
    if (entry(chunk, squares) != 0) {
      const exponent = entry(chunk, entries)
      common = found ? min(common, exponent) : exponent
      found = true
    }
    chunk += Chunk.words << 3
  }
  return common
}
