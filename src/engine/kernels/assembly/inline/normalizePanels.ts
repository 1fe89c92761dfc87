import { Layer } from '../../fields'
import { address, word } from './access'
import { groupNumber, normal, scaleAt, scalesOf } from './around'

/** y = γ x̂ + β for `panels` panels of samples from `first` on; the groups' means and inverses are there. */
export function normalizePanels(batch: bool, layer: usize, first: i32, panels: i32): void {
  const panel = address(layer, Layer.panel)
  const means = address(layer, Layer.means)
  const inverses = address(layer, Layer.inverses)
  const scales = scalesOf(layer)
  const weightsPanel = address(layer, Layer.weightsPanel)
  for (let p = first; p < first + panels; p++) {
    let z = address(layer, Layer.z) + <usize>p * panel
    let y = address(layer, Layer.y) + <usize>p * panel
    for (let unit = 0; unit < word(layer, Layer.outputs); unit++) {
      const scale = scaleAt(scales, weightsPanel, unit)
      const gamma = v128.load32_splat(scale)
      const beta = v128.load32_splat(scale, 32)
      const low = normal(v128.load(z), groupNumber(batch, means, unit, p, 0), groupNumber(batch, inverses, unit, p, 0))
      const high = normal(
        v128.load(z, 16),
        groupNumber(batch, means, unit, p, 16),
        groupNumber(batch, inverses, unit, p, 16)
      )
      v128.store(y, f32x4.add(f32x4.mul(gamma, low), beta))
      v128.store(y, f32x4.add(f32x4.mul(gamma, high), beta), 16)
      z += 32
      y += 32
    }
  }
}
