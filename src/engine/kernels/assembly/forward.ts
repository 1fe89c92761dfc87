import { CHUNK, Chunk, Layer, Run } from '../fields'
import { activate } from './activate'
import { address, eights, word } from './inline/access'
import { measureActivations } from './moments'
import { productWithBias } from './product'
import { countSaturated } from './saturated'
import { transpose } from './transpose'

/** z = W x + b, a = φ(z), a by unit and what is measured of a, for one layer and chunk. */
export function forwardChunk(run: usize, layer: usize, index: i32, samples: i32): void {
  const first = index * (CHUNK >> 3)
  const panels = (samples + 7) >> 3
  const record = address(layer, Layer.chunks) + <usize>index * (Chunk.words << 3)
  forwardProduct(layer, first, samples)
  activate(layer, first, panels, record)
  const stride = (<usize>eights(word(run, Run.count))) << 5
  const units = word(layer, Layer.outputs)
  const byUnit = address(layer, Layer.aByUnit)
  transpose(address(layer, Layer.a), address(layer, Layer.panel), units, first, panels, byUnit, stride)
  if (!word(run, Run.record)) return
  measureActivations(layer, index, samples, stride, record)
  if (word(layer, Layer.watch) == 1) countSaturated(run, layer, index, samples, stride)
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

/** Only z and a, for samples 0 … count - 1: nothing is measured. */
export function predict(run: usize): void {
  const count = word(run, Run.count)
  loadInputs(run)
  let layer = address(run, Run.layers)
  for (let l = 0; l < word(run, Run.layerCount); l++) {
    forwardProduct(layer, 0, count)
    activate(layer, 0, (count + 7) >> 3, address(layer, Layer.chunks))
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
