import { Chunk, Layer } from '../fields'
import { address, entry, setEntry, word } from './inline/access'
import { widePowerOfTwo } from './powers'

/** a = φ(y) + input of a residual layer (He et al. 2016), for `panels` panels of samples from `first` on. */
export function addInput(layer: usize, first: i32, panels: i32): void {
  const panel = address(layer, Layer.panel)
  const inputPanel = address(layer, Layer.inputPanel)
  for (let p = first; p < first + panels; p++) {
    const value = address(layer, Layer.value) + <usize>p * panel
    const input = address(layer, Layer.input) + <usize>p * inputPanel
    addRows(value, 1, input, 1, address(layer, Layer.a) + <usize>p * panel, word(layer, Layer.outputs))
  }
}

/** Remembers ∂loss/∂a of a residual layer for the layer below. */
export function keepSkip(layer: usize, first: i32, panels: i32, chunk: usize): void {
  const deltaPanel = address(layer, Layer.deltaPanel)
  const panel = address(layer, Layer.skipPanel)
  for (let p = first; p < first + panels; p++) {
    const delta = address(layer, Layer.delta) + <usize>p * deltaPanel
    copyRows(delta, address(layer, Layer.skip) + <usize>p * panel, word(layer, Layer.outputs))
  }
  setEntry(chunk, Chunk.skipExponent, entry(chunk, Chunk.exponent))
}

/** ∂loss/∂a of `layer` gains ∂loss/∂a of the residual layer `above`, both brought to the smaller of their exponents. */
export function addSkip(layer: usize, above: usize, first: i32, panels: i32, chunk: usize, aboveChunk: usize): void {
  const own = entry(chunk, Chunk.exponent)
  const other = entry(aboveChunk, Chunk.skipExponent)
  const common = min(own, other)
  const factor = narrow(common - own)
  const otherFactor = narrow(common - other)
  const deltaPanel = address(layer, Layer.deltaPanel)
  const panel = address(above, Layer.skipPanel)
  for (let p = first; p < first + panels; p++) {
    const delta = address(layer, Layer.delta) + <usize>p * deltaPanel
    const skip = address(above, Layer.skip) + <usize>p * panel
    addRows(delta, factor, skip, otherFactor, delta, word(layer, Layer.outputs))
  }
  setEntry(chunk, Chunk.exponent, common)
}

/** 2^exponent; 0 where what it multiplies could only be lost in a sum. */
export function narrow(exponent: f64): f32 {
  return exponent < -100 ? 0 : <f32>widePowerOfTwo(<i32>exponent)
}

function copyRows(from: usize, to: usize, rows: i32): void {
  const end = from + ((<usize>rows) << 5)
  while (from < end) {
    v128.store(to, v128.load(from))
    from += 16
    to += 16
  }
}

/** to = x · factor + y · other for rows of eight. */
function addRows(x: usize, factor: f32, y: usize, other: f32, to: usize, rows: i32): void {
  const f = f32x4.splat(factor)
  const g = f32x4.splat(other)
  const end = x + ((<usize>rows) << 5)
  while (x < end) {
    v128.store(to, f32x4.add(f32x4.mul(v128.load(x), f), f32x4.mul(v128.load(y), g)))
    x += 16
    y += 16
    to += 16
  }
}
