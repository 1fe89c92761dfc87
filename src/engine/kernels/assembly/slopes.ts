import { Layer } from '../fields'
import { address, real, word } from './inline/access'
import { slopeFromValue } from './inline/activation'
import { laneSum } from './inline/lanes'
import { slopeKind } from './slopeLoops'

/** delta ·= φ′ in place for `panels` panels of samples from `first` on; Σ delta² in float32 (the caller checks its range). */
export function throughActivation(layer: usize, first: i32, panels: i32): f64 {
  const kind = word(layer, Layer.activation)
  const panel = address(layer, Layer.panel)
  const deltaPanel = address(layer, Layer.deltaPanel)
  const delta = address(layer, Layer.delta) + <usize>first * deltaPanel
  const x = address(layer, slopeFromValue(kind) ? Layer.value : Layer.y) + <usize>first * panel
  const bytes = (<usize>word(layer, Layer.outputs)) << 5
  const slope = f32x4.splat(real(layer, Layer.slope))
  return laneSum(slopeKind(kind, delta, deltaPanel, x, panel, bytes, panels, slope))
}
