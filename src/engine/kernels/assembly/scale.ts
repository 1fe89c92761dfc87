import { Chunk, Layer } from '../fields'
import { address, entry, setEntry, word } from './inline/access'
import { isFinite, laneSum } from './inline/lanes'
import { scalePanels } from './inline/scalePanels'
import { exponentOf, powerOfTwo } from './powers'
import { largest } from './sums'

/** Σ delta² of a chunk may lie in here; beyond, the delta is multiplied by a power of two, which loses nothing. */
const SMALLEST: f64 = 9.094947017729282e-13 // 2^-40
const LARGEST: f64 = 1099511627776 // 2^40

/**
 * Notes Σ delta² of a chunk. A delta so small or large that the layers below could leave float32's range is first brought to a
 * largest size between 1 and 2; the chunk's exponent keeps what was multiplied.
 */
export function settleDelta(layer: usize, first: i32, panels: i32, chunk: usize, squares: f64): void {
  if (!(squares >= SMALLEST && squares <= LARGEST)) {
    const size = largestDelta(layer, first, panels)
    if (size == 0 || !isFinite(size)) squares = size
    else {
      const exponent = exponentOf(size)
      squares = scaleDelta(layer, first, panels, powerOfTwo(-exponent))
      setEntry(chunk, Chunk.exponent, entry(chunk, Chunk.exponent) - <f64>exponent)
    }
  }
  setEntry(chunk, Chunk.deltaSquares, squares)
}

/** delta ·= factor for `panels` panels of samples from `first` on; Σ delta² afterwards. */
export function scaleDelta(layer: usize, first: i32, panels: i32, factor: f32): f64 {
  const panel = address(layer, Layer.deltaPanel)
  const from = address(layer, Layer.delta) + <usize>first * panel
  return laneSum(scalePanels(from, panel, word(layer, Layer.outputs), panels, factor))
}

export function largestDelta(layer: usize, first: i32, panels: i32): f32 {
  const panel = address(layer, Layer.deltaPanel)
  const units = word(layer, Layer.outputs)
  let size: f32 = 0
  for (let p = first; p < first + panels; p++) {
    const next = largest(address(layer, Layer.delta) + <usize>p * panel, units)
    if (!(next <= size)) size = next
    if (size != size) return size
  }
  return size
}
