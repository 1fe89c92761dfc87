import { Layer, Run } from '../fields'
import { address, real, word } from './inline/access'
import { exp } from './inline/exp'
import { firstLanes } from './inline/lanes'
import { log1p } from './inline/log1p'
import { addSamples } from './inline/lossSums'

/**
 * Four samples, half a panel: mean over the outputs of max(z, 0) - t z + ln(1 + e^-|z|); delta = (1 - t) σ(z) - t σ(-z), which is
 * σ(z) - t without cancellation, over the number of outputs.
 */
export function binaryCrossentropy(run: usize, layer: usize, panel: i32, half: i32, valid: i32, chunk: usize): void {
  const z = address(layer, Layer.a) + <usize>panel * address(layer, Layer.panel) + ((<usize>half) << 2)
  const delta = address(layer, Layer.delta) + <usize>panel * address(layer, Layer.deltaPanel) + ((<usize>half) << 2)
  const outputs = word(layer, Layer.outputs)
  const targets = address(run, Run.targets) + (((<usize>(panel * outputs)) << 5) + ((<usize>half) << 2))
  const lanes = firstLanes(valid)
  const one = f32x4.splat(1)
  const count = f32x4.splat(<f32>outputs)
  const threshold = f32x4.splat(real(run, Run.threshold))
  for (let i = 0; i < outputs; i++) {
    const offset = (<usize>i) << 5
    const x = v128.load(z + offset)
    const target = v128.load(targets + offset)
    const power = exp(f32x4.neg(f32x4.abs(x)))
    const whole = f32x4.add(one, power)
    const larger = f32x4.div(one, whole)
    const smaller = f32x4.div(power, whole)
    const positive = f32x4.gt(x, f32x4.splat(0))
    const yes = v128.bitselect(larger, smaller, positive)
    const no = v128.bitselect(smaller, larger, positive)
    const slope = f32x4.sub(f32x4.mul(f32x4.sub(one, target), yes), f32x4.mul(target, no))
    v128.store(delta + offset, v128.and(f32x4.div(slope, count), lanes))
    const linear = f32x4.sub(v128.andnot(x, f32x4.lt(x, f32x4.splat(0))), f32x4.mul(target, x))
    const loss = f32x4.div(f32x4.add(linear, log1p(power)), count)
    const same = i32x4.eq(f32x4.gt(x, threshold), f32x4.gt(target, f32x4.splat(0.5)))
    addSamples(chunk, loss, v128.and(same, f32x4.eq(x, x)), lanes)
  }
}
