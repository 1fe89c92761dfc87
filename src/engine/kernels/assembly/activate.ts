import { Chunk, Layer } from '../fields'
import { activateKind } from './activationLoops'
import { address, real, setEntry, word } from './inline/access'
import { isFinite, largestLane } from './inline/lanes'

/** φ(y) for `panels` panels of samples from `first` on; notes in the chunk's record whether some y is not finite. */
export function activate(layer: usize, first: i32, panels: i32, chunk: usize): void {
  const panel = address(layer, Layer.panel)
  const offset = <usize>first * panel
  const y = address(layer, Layer.y) + offset
  const value = address(layer, Layer.value) + offset
  const bytes = (<usize>word(layer, Layer.outputs)) << 5
  const slope = f32x4.splat(real(layer, Layer.slope))
  const largest = activateKind(word(layer, Layer.activation), y, value, panel, bytes, panels, slope)
  setEntry(chunk, Chunk.fault, isFinite(largestLane(largest)) ? 0 : 1)
}
