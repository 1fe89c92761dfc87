import { Layer, Run } from '../fields'
import { address, word } from './inline/access'
import { firstLanes } from './inline/lanes'
import { addHits } from './inline/lossSums'

/** Four samples, half a panel, whose targets are 1 for their class: how many have their largest output there. NaN is never right. */
export function countRight(run: usize, layer: usize, panel: i32, half: i32, valid: i32, chunk: usize): void {
  const a = address(layer, Layer.a) + <usize>panel * address(layer, Layer.panel) + ((<usize>half) << 2)
  const outputs = word(layer, Layer.outputs)
  const targets = address(run, Run.targets) + (((<usize>(panel * outputs)) << 5) + ((<usize>half) << 2))
  const same = i32x4.eq(placeOfLargest(a, outputs), placeOfLargest(targets, outputs))
  addHits(chunk, v128.andnot(same, anyNaN(a, outputs)), firstLanes(valid))
}

/** Of equal numbers the first. */
function placeOfLargest(from: usize, outputs: i32): v128 {
  let max = v128.load(from)
  let best = i32x4.splat(0)
  for (let i = 1; i < outputs; i++) {
    const x = v128.load(from + ((<usize>i) << 5))
    const greater = f32x4.gt(x, max)
    max = v128.bitselect(x, max, greater)
    best = v128.bitselect(i32x4.splat(i), best, greater)
  }
  return best
}

function anyNaN(from: usize, outputs: i32): v128 {
  let found = i32x4.splat(0)
  for (let i = 0; i < outputs; i++) {
    const x = v128.load(from + ((<usize>i) << 5))
    found = v128.or(found, f32x4.ne(x, x))
  }
  return found
}
