import { Layer, Panel } from '../fields'
import { entry, setEntry, word } from './inline/access'
import { isFinite } from './inline/lanes'
import { plainRows } from './inline/plainRows'
import { plainScale } from './plain'
import { ROWS, SMALLEST_SQUARES, farSquares, largest, sumSizes, sumSquares } from './sums'

/** What is recorded of one panel's gradient, at the panel's exponent and divisor. */
export function measureGradient(layer: usize, gradient: usize, panel: usize): void {
  const inputs = word(layer, Layer.inputs)
  clearGradient(panel)
  for (let row = 0; row < inputs; row += ROWS) {
    plainRows(false, true, 0, gradient + ((<usize>row) << 5), min(ROWS, inputs - row), 0, panel)
  }
  finishGradient(layer, gradient, panel)
}

/** The same together with W -= step · gradient, in one pass. */
export function measureAndStep(layer: usize, weights: usize, gradient: usize, step: f32, panel: usize): void {
  const inputs = word(layer, Layer.inputs)
  clearGradient(panel)
  setEntry(panel, Panel.nextWeightSquares, 0)
  for (let row = 0; row < inputs; row += ROWS) {
    const offset = (<usize>row) << 5
    plainRows(true, true, weights + offset, gradient + offset, min(ROWS, inputs - row), step, panel)
  }
  setEntry(panel, Panel.smallest, 0)
  stepBias(layer, weights, gradient, step)
  finishGradient(layer, gradient, panel)
  finishWeights(layer, weights, panel)
}

/** W -= step · gradient, and nothing measured. */
export function onlyStep(layer: usize, weights: usize, gradient: usize, step: f32, panel: usize): void {
  plainRows(true, false, weights, gradient, word(layer, Layer.inputs) + 1, step, panel)
}

/** The biases' step alone. */
export function stepBias(layer: usize, weights: usize, gradient: usize, step: f32): void {
  const offset = (<usize>word(layer, Layer.inputs)) << 5
  const scale = f32x4.splat(step)
  const w = weights + offset
  const g = gradient + offset
  v128.store(w, f32x4.sub(v128.load(w), f32x4.mul(scale, v128.load(g))))
  v128.store(w, f32x4.sub(v128.load(w, 16), f32x4.mul(scale, v128.load(g, 16))), 16)
}

function clearGradient(panel: usize): void {
  setEntry(panel, Panel.squares, 0)
  setEntry(panel, Panel.sizes, 0)
  setEntry(panel, Panel.largest, 0)
}

/** Sums once more in float64 where float32's range was too small; the bias; the largest as the optimizer sees it. */
function finishGradient(layer: usize, gradient: usize, panel: usize): void {
  const inputs = word(layer, Layer.inputs)
  const squares = entry(panel, Panel.squares)
  if (!(squares >= SMALLEST_SQUARES && isFinite(squares))) {
    const far =
      inputs > ROWS ? sumSquares(gradient, inputs) : farSquares(gradient, inputs, <f32>entry(panel, Panel.largest))
    setEntry(panel, Panel.squares, far)
  }
  if (!isFinite(entry(panel, Panel.sizes))) setEntry(panel, Panel.sizes, sumSizes(gradient, inputs))
  const bias = gradient + ((<usize>inputs) << 5)
  setEntry(panel, Panel.biasSquares, sumSquares(bias, 1))
  const biasSize = <f64>largest(bias, 1)
  const weightSize = entry(panel, Panel.largest)
  const size = weightSize > biasSize || weightSize != weightSize ? weightSize : biasSize
  setEntry(panel, Panel.seen, size * plainScale(panel))
}

/** Σ W² of a panel whose weights are new; looks for a parameter that is not finite. */
export function measureWeights(layer: usize, weights: usize, panel: usize): void {
  setEntry(panel, Panel.smallest, 0)
  setEntry(panel, Panel.nextWeightSquares, sumSquares(weights, word(layer, Layer.inputs)))
  measureBias(layer, weights, panel)
}

function finishWeights(layer: usize, weights: usize, panel: usize): void {
  const squares = entry(panel, Panel.nextWeightSquares)
  if (!(squares >= SMALLEST_SQUARES && isFinite(squares))) {
    setEntry(panel, Panel.nextWeightSquares, sumSquares(weights, word(layer, Layer.inputs)))
  }
  measureBias(layer, weights, panel)
}

/** Where only the biases are new: looks for a parameter that is not finite. */
export function measureBias(layer: usize, weights: usize, panel: usize): void {
  const bias = weights + ((<usize>word(layer, Layer.inputs)) << 5)
  const finite = isFinite(entry(panel, Panel.nextWeightSquares)) && isFinite(largest(bias, 1))
  setEntry(panel, Panel.fault, finite ? 0 : 1)
}
