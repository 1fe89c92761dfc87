import { Activation, Layer } from '../fields'
import { address, real, word } from './inline/access'
import { slopeFromValue } from './inline/activation'
import { laneSum } from './inline/lanes'
import { slopePanels } from './inline/panels'

/** delta ·= φ′ in place for `panels` panels of samples from `first` on; Σ delta² in float32 (the caller checks its range). */
export function throughActivation(layer: usize, first: i32, panels: i32): f64 {
  const kind = word(layer, Layer.activation)
  const panel = address(layer, Layer.panel)
  const deltaPanel = address(layer, Layer.deltaPanel)
  const delta = address(layer, Layer.delta) + <usize>first * deltaPanel
  const x = address(layer, slopeFromValue(kind) ? Layer.a : Layer.z) + <usize>first * panel
  const bytes = (<usize>word(layer, Layer.outputs)) << 5
  const slope = f32x4.splat(real(layer, Layer.slope))
  return laneSum(throughKind(kind, delta, deltaPanel, x, panel, bytes, panels, slope))
}

function throughKind(
  kind: i32,
  delta: usize,
  deltaPanel: usize,
  x: usize,
  panel: usize,
  bytes: usize,
  panels: i32,
  slope: v128
): v128 {
  switch (kind) {
    case Activation.sigmoid:
      return slopePanels(Activation.sigmoid, delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.tanh:
      return slopePanels(Activation.tanh, delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.relu:
      return slopePanels(Activation.relu, delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.leaky_relu:
      return slopePanels(Activation.leaky_relu, delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.elu:
      return slopePanels(Activation.elu, delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.selu:
      return slopePanels(Activation.selu, delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.gelu:
      return slopePanels(Activation.gelu, delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.silu:
      return slopePanels(Activation.silu, delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.softplus:
      return slopePanels(Activation.softplus, delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.softsign:
      return slopePanels(Activation.softsign, delta, deltaPanel, x, panel, bytes, panels, slope)
    default:
      return slopePanels(Activation.linear, delta, deltaPanel, x, panel, bytes, panels, slope)
  }
}
