import { Layer, Panel, Rule, Run } from '../fields'
import { gradientOf, gradientPanel } from './gradient'
import { address, entry, real, setEntry, word } from './inline/access'
import { aroundGradient, aroundUpdate } from './learnAround'
import { measureGradient, measureWeights } from './measure'
import { isNear, makePlain, penalise, plainFactor } from './plain'
import { sumSizes } from './sums'
import { panelCount, recordOf } from './tables'
import { transpose } from './transpose'
import { farPlainUpdate, plainUpdate, update } from './update'

/**
 * Gradient, measurements and (unless norms are clipped) update for panels from … to - 1 of a layer; `worker` has a room of its own
 * for the gradient.
 */
export function learnPanels(run: usize, layer: usize, from: i32, to: i32, worker: i32): void {
  const room = <usize>worker * address(run, Run.room)
  const penalty = real(run, Run.l1) != 0 || real(run, Run.l2) != 0
  for (let j = from; j < to; j++) {
    const panel = recordOf(layer, j)
    const gradient = gradientOf(layer, j) + room
    const weights = weightsOf(layer, j)
    gradientPanel(run, layer, j, panel, gradient)
    setEntry(panel, Panel.weightSquares, entry(panel, Panel.nextWeightSquares))
    if (penalty) penalise(run, layer, gradient, weights, panel)
    if (word(layer, Layer.normalization)) aroundGradient(run, layer, j, gradient, panel)
    if (!word(run, Run.update)) onlyMeasure(layer, gradient, panel)
    else if (word(run, Run.clipsNorm)) prepareToClip(layer, gradient, panel)
    else learnPanel(run, layer, j, weights, gradient, panel)
  }
}

function onlyMeasure(layer: usize, gradient: usize, panel: usize): void {
  measureGradient(layer, gradient, panel)
  setEntry(panel, Panel.stepSquares, 0)
}

function prepareToClip(layer: usize, gradient: usize, panel: usize): void {
  measureGradient(layer, gradient, panel)
  makePlain(layer, gradient, panel)
}

function learnPanel(run: usize, layer: usize, j: i32, weights: usize, gradient: usize, panel: usize): void {
  const moved = updatePanel(run, layer, j, weights, gradient, panel)
  if (word(layer, Layer.normalization)) aroundUpdate(run, layer, j, gradient, 1, panel)
  if (moved) transposeWeights(layer, j, 1)
}

/** Measurements and update; false if no weight has changed. */
function updatePanel(run: usize, layer: usize, j: i32, weights: usize, gradient: usize, panel: usize): bool {
  const plain = word(run, Run.rule) == Rule.plain
  if (plain && isNear(panel)) return plainUpdate(run, layer, j, weights, gradient, panel)
  measureGradient(layer, gradient, panel)
  if (plain) return farPlainUpdate(run, layer, j, weights, gradient, panel)
  update(run, layer, j, weights, gradient, panel, plainFactor(gradient, word(layer, Layer.inputs) + 1, panel))
  return true
}

/** The update of panels from … to - 1 once the factor that clips the norm is known; `learnPanels` left their gradients plain. */
export function updatePanels(run: usize, layer: usize, from: i32, to: i32): void {
  const factor = real(run, Run.clipFactor)
  for (let j = from; j < to; j++) {
    const gradient = gradientOf(layer, j)
    const panel = recordOf(layer, j)
    update(run, layer, j, weightsOf(layer, j), gradient, panel, factor)
    if (word(layer, Layer.normalization)) aroundUpdate(run, layer, j, gradient, factor, panel)
    transposeWeights(layer, j, 1)
  }
}

/** After the caller has written a layer's weights: W by input and the sums over W. */
export function loadWeights(layer: usize): void {
  const panels = panelCount(layer)
  transposeWeights(layer, 0, panels)
  for (let j = 0; j < panels; j++) measureWeights(layer, weightsOf(layer, j), recordOf(layer, j))
}

function weightsOf(layer: usize, j: i32): usize {
  return address(layer, Layer.weights) + <usize>j * address(layer, Layer.weightsPanel)
}

/** Copies `panels` panels of W from `first` on into W by input, which the first layer does not need. */
function transposeWeights(layer: usize, first: i32, panels: i32): void {
  const to = address(layer, Layer.transposed)
  if (!to) return
  const inputs = word(layer, Layer.inputs)
  const from = address(layer, Layer.weights)
  transpose(from, address(layer, Layer.weightsPanel), inputs, first, panels, to, address(layer, Layer.transposedPanel))
}

/** Σ |W| of a layer, for the penalty. */
export function weightSizes(layer: usize): f64 {
  let sum: f64 = 0
  for (let j = 0; j < panelCount(layer); j++) sum += sumSizes(weightsOf(layer, j), word(layer, Layer.inputs))
  return sum
}
