import { Layer, Panel, Run } from '../fields'
import { entry, real, setEntry, word } from './inline/access'
import { scalePanels } from './inline/scalePanels'
import { powerOfTwo, widePowerOfTwo } from './powers'

/** Exponents up to here are taken in one factor. */
const NEAR = 100

/** True where the factor that makes a panel's gradient plain is far within float32's range. */
export function isNear(panel: usize): bool {
  return abs(entry(panel, Panel.exponent)) <= <f64>NEAR
}

/**
 * The factor that makes a panel's stored gradient what plain float32 has: 2^-exponent / divisor. Where a float32 cannot hold it, the
 * gradient itself is multiplied too, so that it vanishes or overflows as it would have; far below, the factor is 0.
 */
export function plainFactor(gradient: usize, rows: i32, panel: usize): f32 {
  let exponent = <i32>entry(panel, Panel.exponent)
  if (exponent > 4 * NEAR) return 0
  while (exponent > NEAR) {
    const part = min(exponent - NEAR, NEAR)
    scalePanels(gradient, 0, rows, 1, powerOfTwo(-part))
    exponent -= part
  }
  while (exponent < -NEAR) {
    const part = min(-NEAR - exponent, NEAR)
    scalePanels(gradient, 0, rows, 1, powerOfTwo(part))
    exponent += part
  }
  return <f32>(widePowerOfTwo(-exponent) / entry(panel, Panel.divisor))
}

/** The same factor in float64; 0 where that ends. */
export function plainScale(panel: usize): f64 {
  return widePowerOfTwo(-(<i32>entry(panel, Panel.exponent))) / entry(panel, Panel.divisor)
}

/** Makes the gradient plain and, for weights, adds the penalty's: l1 sign W + 2 l2 W. */
export function penalise(run: usize, layer: usize, gradient: usize, weights: usize, panel: usize): void {
  const inputs = word(layer, Layer.inputs)
  makePlain(layer, gradient, panel)
  setEntry(panel, Panel.exponent, 0)
  setEntry(panel, Panel.divisor, 1)
  const l1 = f32x4.splat(real(run, Run.l1))
  const twiceL2 = f32x4.splat(2 * real(run, Run.l2))
  const zero = f32x4.splat(0)
  const end = weights + ((<usize>inputs) << 5)
  while (weights < end) {
    const w = v128.load(weights)
    const up = v128.and(l1, f32x4.gt(w, zero))
    const down = v128.and(l1, f32x4.lt(w, zero))
    const g = f32x4.add(v128.load(gradient), f32x4.sub(up, down))
    v128.store(gradient, f32x4.add(g, f32x4.mul(twiceL2, w)))
    weights += 16
    gradient += 16
  }
}

/** Multiplies a panel's gradient by its plain factor. */
export function makePlain(layer: usize, gradient: usize, panel: usize): void {
  const rows = word(layer, Layer.inputs) + 1
  const factor = plainFactor(gradient, rows, panel)
  scalePanels(gradient, 0, rows, 1, factor)
}
