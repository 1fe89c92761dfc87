import { Activation, CHUNK, Chunk, Layer, Loss, Run } from '../fields'
import { absoluteError } from './absoluteError'
import { deltaByUnit } from './deltaByUnit'
import { binaryCrossentropy } from './binaryCrossentropy'
import { categoricalCrossentropy } from './categoricalCrossentropy'
import { countRight } from './indicators'
import { address, setEntry, word } from './inline/access'
import { scaleDelta, settleDelta } from './scale'
import { throughActivation } from './slopes'
import { throughSoftmax } from './softmax'
import { squaredError } from './squaredError'

/** Loss, hits and delta of the output layer for one chunk of samples. */
export function lossChunk(run: usize, layer: usize, index: i32, samples: i32): void {
  const first = index * (CHUNK >> 3)
  const panels = (samples + 7) >> 3
  const chunk = address(layer, Layer.chunks) + <usize>index * (Chunk.words << 3)
  setEntry(chunk, Chunk.loss, 0)
  setEntry(chunk, Chunk.right, 0)
  setEntry(chunk, Chunk.exponent, 0)
  const kind = word(run, Run.loss)
  for (let p = 0; p < panels; p++) {
    for (let half = 0; half < 8; half += 4) {
      const valid = samples - 8 * p - half
      if (kind == Loss.mse) squaredError(run, layer, first + p, half, valid, chunk, 1)
      else if (kind == Loss.half_mse) squaredError(run, layer, first + p, half, valid, chunk, 0.5)
      else if (kind == Loss.mae) absoluteError(run, layer, first + p, half, valid, chunk)
      else if (kind == Loss.binary_crossentropy) binaryCrossentropy(run, layer, first + p, half, valid, chunk)
      else if (kind == Loss.categorical_crossentropy) {
        categoricalCrossentropy(run, layer, first + p, half, valid, chunk)
      } else unreachable()
      if (hasIndicators(run)) countRight(run, layer, first + p, half, valid, chunk)
    }
  }
  settleDelta(layer, first, panels, chunk, throughOutput(layer, first, panels))
  deltaByUnit(run, layer, first, panels)
}

/** A loss of numbers on classes. */
function hasIndicators(run: usize): bool {
  const kind = word(run, Run.loss)
  if (kind == Loss.binary_crossentropy || kind == Loss.categorical_crossentropy) return false
  return word(run, Run.counts) == 1
}

/** delta of the output layer: ∂loss/∂a → ∂loss/∂z; Σ delta². */
function throughOutput(layer: usize, first: i32, panels: i32): f64 {
  if (word(layer, Layer.softmax)) throughSoftmax(layer, first, panels)
  if (word(layer, Layer.activation) == Activation.linear) return scaleDelta(layer, first, panels, 1)
  return throughActivation(layer, first, panels)
}
