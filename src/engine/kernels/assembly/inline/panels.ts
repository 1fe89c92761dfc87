import { Activation } from '../../fields'
import { phi, sigmoidFrom, throughSlope } from './activation'
import { powerBelow } from './exp'
import { sizeBits } from './lanes'

/**
 * a = φ(z) over `panels` panels of `bytes` bytes; `sizeBits` of the largest |z|. The sigmoid takes two passes: as one chain it is so long
 * that a processor cannot look far enough ahead to begin the next.
 */
export function activatePanels(
  kind: i32,
  z: usize,
  a: usize,
  panel: usize,
  bytes: usize,
  panels: i32,
  slope: v128
): v128 {
  let largest = i32x4.splat(0)
  for (let p = 0; p < panels; p++) {
    const end = z + bytes
    let from = z
    let to = a
    while (from < end) {
      const x = v128.load(from)
      const y = v128.load(from, 16)
      largest = i32x4.max_u(i32x4.max_u(largest, sizeBits(x)), sizeBits(y))
      v128.store(to, kind == Activation.sigmoid ? powerBelow(x) : phi(kind, x, slope))
      v128.store(to, kind == Activation.sigmoid ? powerBelow(y) : phi(kind, y, slope), 16)
      from += 32
      to += 32
    }
    if (kind == Activation.sigmoid) finishSigmoid(z, a, bytes)
    z += panel
    a += panel
  }
  return largest
}

/** The second pass: a is `powerBelow(z)`, and becomes the sigmoid. */
function finishSigmoid(z: usize, a: usize, bytes: usize): void {
  const end = z + bytes
  while (z < end) {
    v128.store(a, sigmoidFrom(v128.load(a), v128.load(z)))
    v128.store(a, sigmoidFrom(v128.load(a, 16), v128.load(z, 16)), 16)
    z += 32
    a += 32
  }
}

/** delta ·= φ′ in place, with φ′ from `x` (a or z); Σ delta², four lanes, summed panel by panel. */
export function slopePanels(
  kind: i32,
  delta: usize,
  deltaPanel: usize,
  x: usize,
  panel: usize,
  bytes: usize,
  panels: i32,
  slope: v128
): v128 {
  let total = f32x4.splat(0)
  for (let p = 0; p < panels; p++) {
    const end = delta + bytes
    let at = delta
    let from = x
    let even = f32x4.splat(0)
    let odd = f32x4.splat(0)
    while (at < end) {
      const d0 = throughSlope(kind, v128.load(at), v128.load(from), slope)
      const d1 = throughSlope(kind, v128.load(at, 16), v128.load(from, 16), slope)
      v128.store(at, d0)
      v128.store(at, d1, 16)
      even = f32x4.add(even, f32x4.mul(d0, d0))
      odd = f32x4.add(odd, f32x4.mul(d1, d1))
      at += 32
      from += 32
    }
    total = f32x4.add(total, f32x4.add(even, odd))
    delta += deltaPanel
    x += panel
  }
  return total
}
