import { CHUNK, Chunk, Layer } from '../fields'
import { deltaByUnit } from './deltaByUnit'
import { address, entry, setEntry, word } from './inline/access'
import { isFinite } from './inline/lanes'
import { sumChunk, throughSamples, throughUnits } from './normalizationBack'
import { product } from './product'
import { exponentOf, powerOfTwo } from './powers'
import { addSkip, keepSkip } from './residual'
import { largestDelta, scaleDelta, settleDelta } from './scale'
import { throughActivation } from './slopes'

/** delta of `layer` for one chunk: (Wᵀ delta of the layer above) · φ′, through the normalization, by sample and by unit. */
export function backwardChunk(run: usize, layer: usize, index: i32, samples: i32): void {
  const first = index * (CHUNK >> 3)
  const panels = (samples + 7) >> 3
  pullChunk(layer, index, samples)
  if (word(layer, Layer.normalization)) throughSamples(layer, first, panels, chunkOf(layer, index))
  deltaByUnit(run, layer, first, panels)
}

/** The same for all chunks of a layer with batch normalization, where every delta depends on all. */
export function backwardBatch(run: usize, layer: usize, count: i32): void {
  for (let start = 0, i = 0; start < count; start += CHUNK, i++) pullChunk(layer, i, min(CHUNK, count - start))
  throughUnits(run, layer, count)
}

/** ∂loss/∂y of one chunk. */
function pullChunk(layer: usize, index: i32, samples: i32): void {
  const above = layer + (Layer.words << 2)
  const first = index * (CHUNK >> 3)
  const panels = (samples + 7) >> 3
  const chunk = chunkOf(layer, index)
  const aboveChunk = chunkOf(above, index)
  setEntry(chunk, Chunk.exponent, entry(aboveChunk, Chunk.exponent))
  let squares = pullBack(above, layer, first, panels, samples, chunk, aboveChunk)
  if (!isFinite(squares) && makeRoom(above, layer, first, panels, chunk, aboveChunk)) {
    squares = pullBack(above, layer, first, panels, samples, chunk, aboveChunk)
  }
  settleDelta(layer, first, panels, chunk, squares)
  if (word(layer, Layer.normalization)) sumChunk(layer, index, first, panels, chunk)
}

function chunkOf(layer: usize, index: i32): usize {
  return address(layer, Layer.chunks) + <usize>index * (Chunk.words << 3)
}

function pullBack(
  above: usize,
  layer: usize,
  first: i32,
  panels: i32,
  samples: i32,
  chunk: usize,
  aboveChunk: usize
): f64 {
  const abovePanel = address(above, Layer.deltaPanel)
  const panel = address(layer, Layer.deltaPanel)
  product(
    address(above, Layer.transposed),
    address(above, Layer.transposedPanel),
    address(above, Layer.delta) + <usize>first * abovePanel,
    abovePanel,
    address(layer, Layer.delta) + <usize>first * panel,
    panel,
    word(layer, Layer.outputs),
    word(above, Layer.outputs),
    samples
  )
  if (word(above, Layer.residual)) addSkip(layer, above, first, panels, chunk, aboveChunk)
  if (word(layer, Layer.residual)) keepSkip(layer, first, panels, chunk)
  return throughActivation(layer, first, panels)
}

/**
 * The product left float32's range although the delta above is finite (weights beyond 1e30, say): makes that delta as small as
 * it may be, in its form by sample only, and says whether the product is worth another try.
 */
function makeRoom(above: usize, layer: usize, first: i32, panels: i32, chunk: usize, aboveChunk: usize): bool {
  const size = largestDelta(above, first, panels)
  if (size == 0 || !isFinite(size) || isFinite(largestDelta(layer, first, panels))) return false
  const exponent = min(-100 - exponentOf(size), 0)
  scaleDelta(above, first, panels, powerOfTwo(max(exponent, -126)))
  setEntry(chunk, Chunk.exponent, entry(aboveChunk, Chunk.exponent) + <f64>max(exponent, -126))
  return true
}
