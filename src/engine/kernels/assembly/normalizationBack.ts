import { CHUNK, Chunk, Layer, Normalization, Run } from '../fields'
import { deltaByUnit } from './deltaByUnit'
import { commonOf } from './gradient'
import { address, eights, entry, setEntry, word } from './inline/access'
import { normal, scaleAt, scalesOf } from './inline/around'
import { isFinite, firstLanes } from './inline/lanes'
import { halfBySample, sumPanels } from './inline/normalizationBack'
import { narrow } from './residual'
import { exponentOf, powerOfTwo, widePowerOfTwo } from './powers'
import { scaleDelta, settleDelta } from './scale'
import { largest } from './sums'

/** What a chunk adds to the gradients of γ and β, of its delta as it stands: B · ∂loss/∂y · 2^exponent. */
export function sumChunk(layer: usize, index: i32, first: i32, panels: i32, chunk: usize): void {
  setEntry(chunk, Chunk.outerSquares, entry(chunk, Chunk.deltaSquares))
  setEntry(chunk, Chunk.outerExponent, entry(chunk, Chunk.exponent))
  const parts = partsOf(layer, index)
  if (word(layer, Layer.normalization) == Normalization.batch) sumByUnit(layer, first, panels, parts)
  else sumBySample(layer, first, panels, parts)
}

/* Two functions, as in activationLoops.ts. */

function sumByUnit(layer: usize, first: i32, panels: i32, parts: usize): void {
  sumPanels(true, layer, first, panels, parts)
}

function sumBySample(layer: usize, first: i32, panels: i32, parts: usize): void {
  sumPanels(false, layer, first, panels, parts)
}

/** Room for two float64 a unit: of chunk `index`, or (-1) for what they come to. */
function partsOf(layer: usize, index: i32): usize {
  return address(layer, Layer.parts) + <usize>((index + 1) * eights(word(layer, Layer.outputs))) * 16
}

/** The exponent of the sums over all chunks. */
export function outerExponent(layer: usize, count: i32): f64 {
  return commonOf(address(layer, Layer.chunks), count, Chunk.outerSquares, Chunk.outerExponent)
}

/** Σ over all chunks, in their order, of part 0 (with x̂) or 1 of `unit`, at the exponent `common`. */
export function sumOfParts(layer: usize, count: i32, part: i32, unit: i32, common: f64): f64 {
  const offset = (<usize>(part * eights(word(layer, Layer.outputs)) + unit)) << 3
  let chunk = address(layer, Layer.chunks)
  let sum: f64 = 0
  for (let start = 0, i = 0; start < count; start += CHUNK, i++) {
    const factor = widePowerOfTwo(<i32>(common - entry(chunk, Chunk.outerExponent)))
    if (entry(chunk, Chunk.outerSquares) != 0) sum += load<f64>(partsOf(layer, i) + offset) * factor
    chunk += Chunk.words << 3
  }
  return sum
}

/** delta of a chunk through layer normalization. */
export function throughSamples(layer: usize, first: i32, panels: i32, chunk: usize): void {
  const z = address(layer, Layer.z)
  const panel = address(layer, Layer.panel)
  const deltaPanel = address(layer, Layer.deltaPanel)
  const inverses = address(layer, Layer.inverses)
  const exponent = inverseExponent(inverses + ((<usize>first) << 5), panels)
  const factor = f32x4.splat(powerOfTwo(exponent))
  for (let p = first; p < first + panels; p++) {
    for (let half: usize = 0; half < 32; half += 16) {
      const lanes = ((<usize>p) << 5) + half
      halfBySample(
        layer,
        z + <usize>p * panel + half,
        address(layer, Layer.delta) + <usize>p * deltaPanel + half,
        v128.load(address(layer, Layer.means) + lanes),
        v128.load(inverses + lanes),
        factor
      )
    }
  }
  settleChunk(layer, first, panels, chunk, entry(chunk, Chunk.exponent) + <f64>exponent)
}

function settleChunk(layer: usize, first: i32, panels: i32, chunk: usize, exponent: f64): void {
  setEntry(chunk, Chunk.exponent, exponent)
  settleDelta(layer, first, panels, chunk, scaleDelta(layer, first, panels, 1))
}

/** The power of two that brings the largest of rows of 1/√(σ² + ε) near 1, where it is so small that a delta could vanish. */
function inverseExponent(inverses: usize, rows: i32): i32 {
  const size = largest(inverses, rows)
  return isFinite(size) && size < 9.5367431640625e-7 ? -exponentOf(size) : 0 // 2^-20
}

/** Delta of all chunks through batch normalization; their `sumChunk` has been. */
export function throughUnits(run: usize, layer: usize, count: i32): void {
  const common = outerExponent(layer, count)
  const exponent = inverseExponent(address(layer, Layer.inverses), eights(word(layer, Layer.outputs)) >> 3)
  const means = partsOf(layer, -1)
  findMeans(layer, count, common, means)
  let chunk = address(layer, Layer.chunks)
  for (let start = 0; start < count; start += CHUNK) {
    const first = start >> 3
    const samples = min(CHUNK, count - start)
    const panels = (samples + 7) >> 3
    const factor = narrow(common - entry(chunk, Chunk.exponent))
    for (let unit = 0; unit < word(layer, Layer.outputs); unit++)
      unitOfChunk(layer, unit, first, samples, means, factor, powerOfTwo(exponent))
    settleChunk(layer, first, panels, chunk, common + <f64>exponent)
    deltaByUnit(run, layer, first, panels)
    chunk += Chunk.words << 3
  }
}

/** Means over the mini-batch of ∂loss/∂y x̂ and ∂loss/∂y for every unit, in the form of a chunk's parts. */
function findMeans(layer: usize, count: i32, common: f64, means: usize): void {
  const units = word(layer, Layer.outputs)
  for (let unit = 0; unit < units; unit++) {
    const at = means + ((<usize>unit) << 3)
    store<f64>(at, sumOfParts(layer, count, 0, unit, common) / <f64>count)
    store<f64>(at + ((<usize>eights(units)) << 3), sumOfParts(layer, count, 1, unit, common) / <f64>count)
  }
}

/** γ (∂loss/∂y - mean - x̂ mean(x̂ ∂loss/∂y))/√(σ² + ε), means over the mini-batch; 0 for samples that only fill up a panel. */
function unitOfChunk(layer: usize, unit: i32, first: i32, samples: i32, means: usize, factor: f32, outer: f32): void {
  const row = (<usize>unit) << 5
  const lane = (<usize>unit) << 2
  const mean = v128.load32_splat(address(layer, Layer.means) + lane)
  const inverse = v128.load32_splat(address(layer, Layer.inverses) + lane)
  const scale = scaleAt(scalesOf(layer), address(layer, Layer.weightsPanel), unit)
  const gamma = f32x4.mul(f32x4.mul(v128.load32_splat(scale), inverse), f32x4.splat(outer))
  const slope = f32x4.splat(<f32>load<f64>(means + 2 * lane))
  const average = f32x4.splat(<f32>load<f64>(means + 2 * lane + ((<usize>eights(word(layer, Layer.outputs))) << 3)))
  const alignment = f32x4.splat(factor)
  for (let sample = 0; sample < samples; sample += 4) {
    const p = <usize>(first + (sample >> 3))
    const half = (<usize>(sample & 4)) << 2
    const delta = address(layer, Layer.delta) + p * address(layer, Layer.deltaPanel) + row + half
    const z = v128.load(address(layer, Layer.z) + p * address(layer, Layer.panel) + row + half)
    const away = f32x4.mul(normal(z, mean, inverse), slope)
    const d = f32x4.sub(f32x4.sub(f32x4.mul(v128.load(delta), alignment), average), away)
    v128.store(delta, v128.and(f32x4.mul(d, gamma), firstLanes(samples - sample)))
  }
}
