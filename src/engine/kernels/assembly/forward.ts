import { CHUNK, Chunk, Layer, Normalization, Run } from '../fields'
import { activate } from './activate'
import { address, eights, word } from './inline/access'
import { measureActivations } from './moments'
import { normalize, sampleMoments, unitMoments } from './normalize'
import { productWithBias } from './product'
import { addInput } from './residual'
import { countSaturated } from './saturated'
import { softmax } from './softmax'
import { transpose } from './transpose'

/** z = W x + b, y = z or z normalized, a = φ(y), φ(y) + x or softmax(φ(y)), a by unit and what is measured of a, for one layer and chunk. */
export function forwardChunk(run: usize, layer: usize, index: i32, samples: i32): void {
  const first = index * (CHUNK >> 3)
  forwardProduct(layer, first, samples)
  if (word(layer, Layer.normalization)) sampleMoments(layer, first, (samples + 7) >> 3)
  finishChunk(run, layer, index, samples)
}

/** The same for all chunks of a layer with batch normalization, whose statistics need every z. */
export function forwardBatch(run: usize, layer: usize, count: i32): void {
  const panel = address(layer, Layer.panel)
  const units = word(layer, Layer.outputs)
  const panels = (count + 7) >> 3
  const stride = (<usize>eights(count)) << 5
  forwardProduct(layer, 0, count)
  transpose(address(layer, Layer.z), panel, units, 0, panels, address(layer, Layer.aByUnit), stride)
  unitMoments(layer, count)
  for (let start = 0, i = 0; start < count; start += CHUNK, i++) finishChunk(run, layer, i, min(CHUNK, count - start))
}

/** From z on. */
function finishChunk(run: usize, layer: usize, index: i32, samples: i32): void {
  const first = index * (CHUNK >> 3)
  const panels = (samples + 7) >> 3
  const record = address(layer, Layer.chunks) + <usize>index * (Chunk.words << 3)
  const measures = word(run, Run.record)
  const watch = word(layer, Layer.watch)
  const stride = (<usize>eights(word(run, Run.count))) << 5
  if (word(layer, Layer.normalization)) normalize(layer, first, panels)
  activate(layer, first, panels, record)
  if (word(layer, Layer.softmax)) softmax(layer, first, panels)
  if (word(layer, Layer.residual)) {
    if (measures && watch) {
      byUnit(layer, Layer.value, first, panels, stride)
      measure(run, layer, index, samples, stride, record)
    }
    addInput(layer, first, panels)
  }
  byUnit(layer, Layer.a, first, panels, stride)
  if (!measures) return
  if (word(layer, Layer.residual)) measureActivations(layer, index, samples, stride, record, false)
  else measure(run, layer, index, samples, stride, record)
}

/** What stands by unit: its moments, and the saturated samples or active units that the layer is watched for. */
function measure(run: usize, layer: usize, index: i32, samples: i32, stride: usize, record: usize): void {
  const watch = word(layer, Layer.watch)
  measureActivations(layer, index, samples, stride, record, watch == 2)
  if (watch == 1) countSaturated(run, layer, index, samples, stride)
}

/** Copies a chunk of φ(y) or a (`which`) by unit. */
function byUnit(layer: usize, which: i32, first: i32, panels: i32, stride: usize): void {
  const units = word(layer, Layer.outputs)
  const to = address(layer, Layer.aByUnit)
  transpose(address(layer, which), address(layer, Layer.panel), units, first, panels, to, stride)
}

function forwardProduct(layer: usize, first: i32, samples: i32): void {
  const inputPanel = address(layer, Layer.inputPanel)
  const panel = address(layer, Layer.panel)
  productWithBias(
    address(layer, Layer.weights),
    address(layer, Layer.weightsPanel),
    address(layer, Layer.input) + <usize>first * inputPanel,
    inputPanel,
    address(layer, Layer.z) + <usize>first * panel,
    panel,
    word(layer, Layer.outputs),
    word(layer, Layer.inputs),
    samples
  )
}

/**
 * Only z, y and a, for samples 0 … count - 1: nothing is measured. The caller wrote what batch normalization normalizes with to
 * `Layer.means` and `Layer.inverses`.
 */
export function predict(run: usize): void {
  const count = word(run, Run.count)
  const panels = (count + 7) >> 3
  loadInputs(run)
  let layer = address(run, Run.layers)
  for (let l = 0; l < word(run, Run.layerCount); l++) {
    forwardProduct(layer, 0, count)
    if (word(layer, Layer.normalization) == Normalization.layer) sampleMoments(layer, 0, panels)
    if (word(layer, Layer.normalization)) normalize(layer, 0, panels)
    activate(layer, 0, panels, address(layer, Layer.chunks))
    if (word(layer, Layer.residual)) addInput(layer, 0, panels)
    if (word(layer, Layer.softmax)) softmax(layer, 0, panels)
    layer += Layer.words << 2
  }
}

/** The first layer's input, which the caller wrote by unit, by sample. */
export function loadInputs(run: usize): void {
  const first = address(run, Run.layers)
  const samples = eights(word(run, Run.count))
  const panels = (word(first, Layer.inputs) + 7) >> 3
  const stride = (<usize>samples) << 5
  transpose(
    address(first, Layer.inputByUnit),
    stride,
    samples,
    0,
    panels,
    address(first, Layer.input),
    address(first, Layer.inputPanel)
  )
}
