import { Chunk, Layer, Run } from '../fields'
import { address, entry, setEntry, word } from './inline/access'
import { firstLanes, laneSum } from './inline/lanes'

/** Four samples, half a panel: mean over the outputs of |a - t|, summed in float64; delta = ±1 / outputs, 0 where a is t. */
export function absoluteError(run: usize, layer: usize, panel: i32, half: i32, valid: i32, chunk: usize): void {
  const a = address(layer, Layer.a) + <usize>panel * address(layer, Layer.panel) + ((<usize>half) << 2)
  const delta = address(layer, Layer.delta) + <usize>panel * address(layer, Layer.deltaPanel) + ((<usize>half) << 2)
  const outputs = word(layer, Layer.outputs)
  const targets = address(run, Run.targets) + (((<usize>(panel * outputs)) << 5) + ((<usize>half) << 2))
  const lanes = firstLanes(valid)
  const share = f32x4.splat(1 / <f32>outputs)
  let sum: f64 = 0
  for (let i = 0; i < outputs; i++) {
    const offset = (<usize>i) << 5
    const error = v128.and(f32x4.sub(v128.load(a + offset), v128.load(targets + offset)), lanes)
    v128.store(delta + offset, f32x4.mul(signOf(error), share))
    sum += laneSum(f32x4.abs(error))
  }
  setEntry(chunk, Chunk.loss, entry(chunk, Chunk.loss) + sum / <f64>outputs)
}

/** -1, 0 or 1; NaN of NaN. */
function signOf(x: v128): v128 {
  const zero = f32x4.splat(0)
  const one = f32x4.splat(1)
  const sign = f32x4.sub(v128.and(one, f32x4.gt(x, zero)), v128.and(one, f32x4.lt(x, zero)))
  return v128.bitselect(x, sign, f32x4.ne(x, x))
}
