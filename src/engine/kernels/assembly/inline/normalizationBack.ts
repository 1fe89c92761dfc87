import { Layer } from '../../fields'
import { address, eights, word } from './access'
import { groupNumber, normal, scaleAt, scalesOf } from './around'
import { laneSum } from './lanes'

/** Σ ∂loss/∂y x̂ and Σ ∂loss/∂y of each unit over `panels` panels of samples from `first` on, to parts and parts + 8 units: lanes, then float64. */
export function sumPanels(batch: bool, layer: usize, first: i32, panels: i32, parts: usize): void {
  const units = word(layer, Layer.outputs)
  const panel = address(layer, Layer.panel)
  const deltaPanel = address(layer, Layer.deltaPanel)
  const means = address(layer, Layer.means)
  const inverses = address(layer, Layer.inverses)
  const sums = parts + ((<usize>eights(units)) << 3)
  for (let unit = 0; unit < units; unit++) {
    const row = (<usize>unit) << 5
    let z = address(layer, Layer.z) + <usize>first * panel + row
    let delta = address(layer, Layer.delta) + <usize>first * deltaPanel + row
    let sum = f32x4.splat(0)
    let product = f32x4.splat(0)
    for (let p = first; p < first + panels; p++) {
      for (let half: usize = 0; half < 32; half += 16) {
        const mean = groupNumber(batch, means, unit, p, half)
        const inverse = groupNumber(batch, inverses, unit, p, half)
        const d = v128.load(delta + half)
        sum = f32x4.add(sum, d)
        product = f32x4.add(product, f32x4.mul(d, normal(v128.load(z + half), mean, inverse)))
      }
      z += panel
      delta += deltaPanel
    }
    store<f64>(parts + ((<usize>unit) << 3), laneSum(product))
    store<f64>(sums + ((<usize>unit) << 3), laneSum(sum))
  }
}

/**
 * ∂loss/∂y → ∂loss/∂z · factor in one half of a panel of samples, of layer normalization: (g - mean g - x̂ mean(g x̂))/√(σ² + ε) with
 * g = γ ∂loss/∂y and means over the units.
 */
export function halfBySample(layer: usize, z: usize, delta: usize, mean: v128, inverse: v128, factor: v128): void {
  const units = word(layer, Layer.outputs)
  const scales = scalesOf(layer)
  const panel = address(layer, Layer.weightsPanel)
  let sum = f32x4.splat(0)
  let product = f32x4.splat(0)
  for (let unit = 0; unit < units; unit++) {
    const row = (<usize>unit) << 5
    const g = f32x4.mul(v128.load(delta + row), v128.load32_splat(scaleAt(scales, panel, unit)))
    v128.store(delta + row, g)
    sum = f32x4.add(sum, g)
    product = f32x4.add(product, f32x4.mul(g, normal(v128.load(z + row), mean, inverse)))
  }
  const count = f32x4.splat(<f32>units)
  const average = f32x4.div(sum, count)
  const slope = f32x4.div(product, count)
  const outer = f32x4.mul(inverse, factor)
  for (let unit = 0; unit < units; unit++) {
    const row = (<usize>unit) << 5
    const away = f32x4.mul(normal(v128.load(z + row), mean, inverse), slope)
    const g = f32x4.sub(f32x4.sub(v128.load(delta + row), average), away)
    v128.store(delta + row, f32x4.mul(g, outer))
  }
}
