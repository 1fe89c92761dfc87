import { Layer, Panel, Rule, Run } from '../fields'
import { address, entry, real, setEntry, word } from './inline/access'
import { measureAndStep, measureBias, measureGradient, measureWeights, onlyStep, stepBias } from './measure'
import { plainFactor, plainScale } from './plain'
import { NOTHING } from './powers'
import { ruleRows } from './ruleLoops'
import { smallest } from './sums'

/** Weights are worth looking at their smallest once steps are below this. */
const FAINT: f64 = 9.094947017729282e-13 // 2^-40

/** w - step is w in float32 where |step| < 2^-26 |w|: no more than half the distance to w's nearest neighbour. */
const IMMOVABLE: f64 = 1.4901161193847656e-8 // 2^-26

/**
 * sgd alone, W - η g, where the gradient's power of two is near: measures the gradient and makes the step, in one pass unless the
 * last step moved nothing. False if no weight could move: biases, which may be 0, always take their step.
 */
export function plainUpdate(run: usize, layer: usize, j: i32, weights: usize, gradient: usize, panel: usize): bool {
  const rate = <f64>real(run, Run.rate)
  const step = <f32>(rate * plainScale(panel))
  if (!word(run, Run.record)) {
    onlyStep(layer, weights, gradient, step, panel)
    setEntry(panel, Panel.smallest, 0)
    return true
  }
  if (entry(panel, Panel.smallest) > 0) {
    measureGradient(layer, gradient, panel)
    setEntry(panel, Panel.stepSquares, stepSquares(panel, rate))
    if (isStill(layer, j, weights, panel, rate)) {
      stepBias(layer, weights, gradient, step)
      measureBias(layer, weights, panel)
      return false
    }
    onlyStep(layer, weights, gradient, step, panel)
    measureWeights(layer, weights, panel)
    return true
  }
  measureAndStep(layer, weights, gradient, step, panel)
  setEntry(panel, Panel.stepSquares, stepSquares(panel, rate))
  isStill(layer, j, weights, panel, rate)
  return true
}

/** The same where it is not near: after the gradient has been measured. Steps that are 0 in float32 are not made. */
export function farPlainUpdate(run: usize, layer: usize, j: i32, weights: usize, gradient: usize, panel: usize): bool {
  const rate = <f64>real(run, Run.rate)
  const vanishes = entry(panel, Panel.seen) * rate < NOTHING
  setEntry(panel, Panel.stepSquares, vanishes ? 0 : stepSquares(panel, rate))
  if (vanishes) return false
  const inputs = word(layer, Layer.inputs)
  const still = isStill(layer, j, weights, panel, rate)
  const from = (<usize>(still ? inputs : 0)) << 5
  const rows = still ? 1 : inputs + 1
  const factor = plainFactor(gradient + from, rows, panel)
  ruleRows(Rule.decayed, run, weights + from, gradient + from, 0, 0, rows, factor)
  if (still) measureBias(layer, weights, panel)
  else measureWeights(layer, weights, panel)
  return !still
}

/**
 * True where steps of `rate` times the measured gradient are too small for every weight of a panel, so that making them would change no
 * bit: most layers of a vanishing net, whose denormal steps would moreover be slow on some machines.
 */
function isStill(layer: usize, j: i32, weights: usize, panel: usize, rate: f64): bool {
  const size = entry(panel, Panel.seen) * rate
  if (!(size < FAINT)) return false
  if (!(entry(panel, Panel.smallest) > 0)) {
    const lanes = min(8, word(layer, Layer.outputs) - 8 * j)
    setEntry(panel, Panel.smallest, <f64>smallest(weights, word(layer, Layer.inputs), lanes))
  }
  return size < entry(panel, Panel.smallest) * IMMOVABLE
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
