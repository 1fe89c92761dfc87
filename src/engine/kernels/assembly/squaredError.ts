import { Chunk, Layer, Run } from '../fields'
import { address, entry, setEntry, word } from './inline/access'
import { firstLanes, upperHalf } from './inline/lanes'

/** Four samples, half a panel: factor (1 or ½) · mean over the outputs of (a - t)², squared in float64; delta = 2 factor (a - t) / outputs. */
export function squaredError(
  run: usize,
  layer: usize,
  panel: i32,
  half: i32,
  valid: i32,
  chunk: usize,
  factor: f32
): void {
  const a = address(layer, Layer.a) + <usize>panel * address(layer, Layer.panel) + ((<usize>half) << 2)
  const delta = address(layer, Layer.delta) + <usize>panel * address(layer, Layer.deltaPanel) + ((<usize>half) << 2)
  const outputs = word(layer, Layer.outputs)
  const targets = address(run, Run.targets) + (((<usize>(panel * outputs)) << 5) + ((<usize>half) << 2))
  const lanes = firstLanes(valid)
  const count = f32x4.splat(<f32>outputs)
  const slope = f32x4.splat(2 * factor)
  let sum = f64x2.splat(0)
  for (let i = 0; i < outputs; i++) {
    const offset = (<usize>i) << 5
    const error = v128.and(f32x4.sub(v128.load(a + offset), v128.load(targets + offset)), lanes)
    v128.store(delta + offset, f32x4.div(f32x4.mul(error, slope), count))
    const low = f64x2.promote_low_f32x4(error)
    const high = f64x2.promote_low_f32x4(upperHalf(error))
    sum = f64x2.add(sum, f64x2.add(f64x2.mul(low, low), f64x2.mul(high, high)))
  }
  const total = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)
  setEntry(chunk, Chunk.loss, entry(chunk, Chunk.loss) + (<f64>factor * total) / <f64>outputs)
}
