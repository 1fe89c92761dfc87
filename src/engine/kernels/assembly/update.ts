import { Layer, Panel, Rule, Run } from '../fields'
import { address, entry, real, setEntry, word } from './inline/access'
import { measureAndStep, measureWeights, onlyStep } from './measure'
import { plainFactor, plainScale } from './plain'
import { NOTHING } from './powers'
import { ruleRows } from './ruleLoops'
import { smallest } from './sums'

/** A step below this is a denormal float32 … */
const DENORMAL: f64 = 1.1754943508222875e-38 // 2^-126
/** … and less than half a unit in the last place of any weight beyond this. */
const IMMOVABLE: f32 = 7.888609052210118e-31 // 2^-100

/**
 * sgd alone, W - η g: measures the gradient and makes the step, in one pass where the gradient's power of two allows. Steps that
 * are 0 in float32 are not made.
 */
export function plainUpdate(run: usize, layer: usize, weights: usize, gradient: usize, panel: usize): void {
  const rate = <f64>real(run, Run.rate)
  const step = <f32>(rate * plainScale(panel))
  if (!word(run, Run.record)) return onlyStep(layer, weights, gradient, step, panel)
  measureAndStep(layer, weights, gradient, step, panel)
  setEntry(panel, Panel.stepSquares, stepSquares(panel, rate))
}

/**
 * The same where it does not: after the gradient has been measured. A denormal step cannot move a weight that is not tiny itself, and
 * arithmetic with denormals is slow on some machines: it is left to panels that have such weights, and to biases.
 */
export function farPlainUpdate(run: usize, layer: usize, j: i32, weights: usize, gradient: usize, panel: usize): void {
  const rate = <f64>real(run, Run.rate)
  const size = entry(panel, Panel.seen) * rate
  setEntry(panel, Panel.stepSquares, size < NOTHING ? 0 : stepSquares(panel, rate))
  if (size < NOTHING) return
  const inputs = word(layer, Layer.inputs)
  const lanes = min(8, word(layer, Layer.outputs) - 8 * j)
  const unmoved = size < DENORMAL && smallest(weights, inputs, lanes) > IMMOVABLE
  const from = (<usize>(unmoved ? inputs : 0)) << 5
  const rows = unmoved ? 1 : inputs + 1
  const factor = plainFactor(gradient + from, rows, panel)
  ruleRows(Rule.decayed, run, weights + from, gradient + from, 0, 0, rows, factor)
  measureWeights(layer, weights, panel)
}

function stepSquares(panel: usize, rate: f64): f64 {
  const scale = rate * plainScale(panel)
  return entry(panel, Panel.squares) * scale * scale
}

/** Any rule, with the plain gradient at `gradient` · factor; notes Σ step² of the weights. */
export function update(
  run: usize,
  layer: usize,
  j: i32,
  weights: usize,
  gradient: usize,
  panel: usize,
  factor: f32
): void {
  setEntry(panel, Panel.stepSquares, allRows(word(run, Run.rule), run, layer, j, weights, gradient, factor))
  measureWeights(layer, weights, panel)
}

function allRows(rule: i32, run: usize, layer: usize, j: i32, weights: usize, gradient: usize, factor: f32): f64 {
  const inputs = word(layer, Layer.inputs)
  const offset = <usize>j * address(layer, Layer.weightsPanel)
  const state = address(layer, Layer.state) + offset
  const second = address(layer, Layer.secondState) + offset
  const bias = (<usize>inputs) << 5
  ruleRows(rule, run, weights + bias, gradient + bias, state + bias, second + bias, 1, factor)
  return ruleRows(rule, run, weights, gradient, state, second, inputs, factor)
}
