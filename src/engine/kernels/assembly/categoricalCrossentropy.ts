import { Layer, Run } from '../fields'
import { address, word } from './inline/access'
import { exp } from './inline/exp'
import { firstLanes } from './inline/lanes'
import { log1p } from './inline/log1p'
import { addSamples } from './inline/lossSums'

/**
 * Four samples, half a panel: loss ln Σ e^(z_i - m) + m - z_t with m = max z, as ln(1 + Σ over all but the largest) + (m - z_t);
 * delta = softmax(z) - [i = t], at i = t as -(Σ over all but t)/Σ. So neither loses digits when the network is sure.
 */
export function categoricalCrossentropy(
  run: usize,
  layer: usize,
  panel: i32,
  half: i32,
  valid: i32,
  chunk: usize
): void {
  const z = address(layer, Layer.a) + <usize>panel * address(layer, Layer.panel) + ((<usize>half) << 2)
  const delta = address(layer, Layer.delta) + <usize>panel * address(layer, Layer.deltaPanel) + ((<usize>half) << 2)
  const classes = word(layer, Layer.outputs)
  const target = v128.load(address(run, Run.targets) + ((<usize>(panel * 8 + half)) << 2))
  const lanes = firstLanes(valid)
  let max = v128.load(z)
  let best = i32x4.splat(0)
  let unordered = f32x4.ne(max, max)
  for (let i = 1; i < classes; i++) {
    const x = v128.load(z + ((<usize>i) << 5))
    const greater = f32x4.gt(x, max)
    max = v128.bitselect(x, max, greater)
    best = v128.bitselect(i32x4.splat(i), best, greater)
    unordered = v128.or(unordered, f32x4.ne(x, x))
  }
  let sum = f32x4.splat(0)
  let withoutBest = f32x4.splat(0)
  let withoutTarget = f32x4.splat(0)
  let hit = f32x4.splat(0)
  for (let i = 0; i < classes; i++) {
    const x = v128.load(z + ((<usize>i) << 5))
    const power = exp(f32x4.sub(x, max))
    const index = i32x4.splat(i)
    const wanted = i32x4.eq(index, target)
    v128.store(delta + ((<usize>i) << 5), power)
    sum = f32x4.add(sum, power)
    withoutBest = f32x4.add(withoutBest, v128.andnot(power, i32x4.eq(index, best)))
    withoutTarget = f32x4.add(withoutTarget, v128.andnot(power, wanted))
    hit = v128.bitselect(x, hit, wanted)
  }
  const loss = f32x4.add(log1p(withoutBest), f32x4.sub(max, hit))
  const right = v128.andnot(i32x4.eq(best, target), unordered)
  addSamples(chunk, v128.bitselect(f32x4.splat(NaN), loss, unordered), right, lanes)
  const missing = f32x4.neg(f32x4.div(withoutTarget, sum))
  for (let i = 0; i < classes; i++) {
    const at = delta + ((<usize>i) << 5)
    const probability = f32x4.div(v128.load(at), sum)
    const wanted = i32x4.eq(i32x4.splat(i), target)
    v128.store(at, v128.and(v128.bitselect(missing, probability, wanted), lanes))
  }
}
