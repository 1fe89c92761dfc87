import { CHUNK, Chunk, Layer, Loss, Run } from '../fields'
import { deltaByUnit } from './deltaByUnit'
import { binaryCrossentropy } from './binaryCrossentropy'
import { categoricalCrossentropy } from './categoricalCrossentropy'
import { address, setEntry, word } from './inline/access'
import { meanSquaredError } from './meanSquaredError'
import { scaleDelta, settleDelta } from './scale'

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
      if (kind == Loss.mse) meanSquaredError(run, layer, first + p, half, valid, chunk)
      else if (kind == Loss.binary_crossentropy) binaryCrossentropy(run, layer, first + p, half, valid, chunk)
      else if (kind == Loss.categorical_crossentropy) {
        categoricalCrossentropy(run, layer, first + p, half, valid, chunk)
      } else unreachable()
    }
  }
  settleDelta(layer, first, panels, chunk, scaleDelta(layer, first, panels, 1))
  deltaByUnit(run, layer, first, panels)
}
