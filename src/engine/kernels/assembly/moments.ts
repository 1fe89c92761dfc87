import { CHUNK, Chunk, Layer } from '../fields'
import { address, setEntry, word } from './inline/access'
import { isFinite, laneSum } from './inline/lanes'
import { momentPanels } from './inline/momentPanels'
import { SMALLEST_SQUARES } from './sums'

/**
 * Moments of the activations of chunk `index`, about the first of them, so that a small spread about a large mean is not lost;
 * with `watch` the units that are active, where φ(y) stands by unit. `stride`: distance of panels by unit.
 */
export function measureActivations(
  layer: usize,
  index: i32,
  samples: i32,
  stride: usize,
  chunk: usize,
  watch: bool
): void {
  const a = address(layer, Layer.aByUnit) + ((<usize>(index * CHUNK)) << 5)
  const units = word(layer, Layer.outputs)
  const shift = load<f32>(a)
  const sums = chunk + (Chunk.scratch << 3)
  const about = f32x4.splat(shift)
  if (watch) withActive(a, stride, units, samples, about, sums, address(layer, Layer.active))
  else unwatched(a, stride, units, samples, about, sums)
  let sum = laneSum(v128.load(sums))
  let squares = laneSum(v128.load(sums, 16))
  if (!(squares >= SMALLEST_SQUARES && isFinite(squares))) {
    preciseMoments(a, stride, units, samples, <f64>shift, sums)
    sum = load<f64>(sums)
    squares = load<f64>(sums, 8)
    if (!isFinite(sum)) setEntry(chunk, Chunk.fault, 1)
  }
  setEntry(chunk, Chunk.shift, <f64>shift)
  setEntry(chunk, Chunk.sum, sum)
  setEntry(chunk, Chunk.squares, squares)
}

/* Two functions, as in activationLoops.ts. */

function unwatched(a: usize, stride: usize, units: i32, samples: i32, shift: v128, sums: usize): void {
  momentPanels(false, a, stride, units, samples, shift, sums, 0)
}

function withActive(a: usize, stride: usize, units: i32, samples: i32, shift: v128, sums: usize, active: usize): void {
  momentPanels(true, a, stride, units, samples, shift, sums, active)
}

/** The same sums in float64, one unit after the other: for spreads that float32 cannot square. */
function preciseMoments(a: usize, stride: usize, units: i32, samples: i32, shift: f64, sums: usize): void {
  let sum: f64 = 0
  let squares: f64 = 0
  for (let unit = 0; unit < units; unit++) {
    const column = a + <usize>(unit >> 3) * stride + ((<usize>(unit & 7)) << 2)
    for (let sample = 0; sample < samples; sample++) {
      const d = <f64>load<f32>(column + ((<usize>sample) << 5)) - shift
      sum += d
      squares += d * d
    }
  }
  store<f64>(sums, sum)
  store<f64>(sums, squares, 8)
}
