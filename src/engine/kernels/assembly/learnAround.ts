import { Layer, Panel, Rule, Run } from '../fields'
import { address, setEntry, word } from './inline/access'
import { isFinite } from './inline/lanes'
import { outerExponent, sumOfParts } from './normalizationBack'
import { ruleRows } from './ruleLoops'
import { widePowerOfTwo } from './powers'
import { largest, sumSquares } from './sums'

/* γ and β: two rows behind the bias of a panel. Their gradients are plain from the beginning, other than those of W and b. */

/** ∂loss/∂γ and ∂loss/∂β of the units of panel j, as the optimizer sees them, into `gradient`'s rows behind the bias. */
export function aroundGradient(run: usize, layer: usize, j: i32, gradient: usize, panel: usize): void {
  const count = word(run, Run.count)
  const rows = gradient + aroundOffset(layer)
  const common = outerExponent(layer, count)
  const scale = widePowerOfTwo(-(<i32>common)) / <f64>count
  for (let lane = 0; lane < 8; lane++) {
    const unit = 8 * j + lane
    const there = unit < word(layer, Layer.outputs)
    const at = rows + ((<usize>lane) << 2)
    store<f32>(at, there ? <f32>(sumOfParts(layer, count, 0, unit, common) * scale) : 0)
    store<f32>(at, there ? <f32>(sumOfParts(layer, count, 1, unit, common) * scale) : 0, 32)
  }
  setEntry(panel, Panel.aroundSquares, sumSquares(rows, 2))
  setEntry(panel, Panel.aroundSeen, <f64>largest(rows, 2))
}

/** The optimizer's step of γ and β of panel j with `gradient` · factor. */
export function aroundUpdate(run: usize, layer: usize, j: i32, gradient: usize, factor: f32, panel: usize): void {
  const rule = word(run, Run.rule)
  const rows = aroundOffset(layer)
  const offset = <usize>j * address(layer, Layer.weightsPanel) + rows
  const weights = address(layer, Layer.weights) + offset
  const state = address(layer, Layer.state) + offset
  const second = address(layer, Layer.secondState) + offset
  ruleRows(rule == Rule.plain ? Rule.decayed : rule, run, weights, gradient + rows, state, second, 2, factor)
  if (!isFinite(largest(weights, 2))) setEntry(panel, Panel.fault, 1)
}

function aroundOffset(layer: usize): usize {
  return (<usize>(word(layer, Layer.inputs) + 1)) << 5
}
