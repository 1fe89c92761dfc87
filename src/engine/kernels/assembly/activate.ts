import { Activation, Chunk, Layer } from '../fields'
import { address, real, setEntry, word } from './inline/access'
import { isFinite, largestLane } from './inline/lanes'
import { activatePanels } from './inline/panels'

/** a = φ(z) for `panels` panels of samples from `first` on; notes in the chunk's record whether some z is not finite. */
export function activate(layer: usize, first: i32, panels: i32, chunk: usize): void {
  const panel = address(layer, Layer.panel)
  const offset = <usize>first * panel
  const z = address(layer, Layer.z) + offset
  const a = address(layer, Layer.a) + offset
  const bytes = (<usize>word(layer, Layer.outputs)) << 5
  const slope = f32x4.splat(real(layer, Layer.slope))
  const largest = activateWith(word(layer, Layer.activation), z, a, panel, bytes, panels, slope)
  setEntry(chunk, Chunk.fault, isFinite(largestLane(largest)) ? 0 : 1)
}

function activateWith(kind: i32, z: usize, a: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  switch (kind) {
    case Activation.sigmoid:
      return activatePanels(Activation.sigmoid, z, a, panel, bytes, panels, slope)
    case Activation.tanh:
      return activatePanels(Activation.tanh, z, a, panel, bytes, panels, slope)
    case Activation.relu:
      return activatePanels(Activation.relu, z, a, panel, bytes, panels, slope)
    case Activation.leaky_relu:
      return activatePanels(Activation.leaky_relu, z, a, panel, bytes, panels, slope)
    case Activation.elu:
      return activatePanels(Activation.elu, z, a, panel, bytes, panels, slope)
    case Activation.selu:
      return activatePanels(Activation.selu, z, a, panel, bytes, panels, slope)
    case Activation.gelu:
      return activatePanels(Activation.gelu, z, a, panel, bytes, panels, slope)
    case Activation.silu:
      return activatePanels(Activation.silu, z, a, panel, bytes, panels, slope)
    case Activation.softplus:
      return activatePanels(Activation.softplus, z, a, panel, bytes, panels, slope)
    case Activation.softsign:
      return activatePanels(Activation.softsign, z, a, panel, bytes, panels, slope)
    default:
      return activatePanels(Activation.linear, z, a, panel, bytes, panels, slope)
  }
}
