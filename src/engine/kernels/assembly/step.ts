import { CHUNK, Layer, Normalization, Panel, Phase, Run, Total } from '../fields'
import { backwardBatch, backwardChunk } from './backward'
import { finishStep, measurePenalty } from './finish'
import { forwardBatch, forwardChunk, loadInputs } from './forward'
import { address, entry, real, setEntry, setReal, word } from './inline/access'
import { learnPanels, updatePanels } from './learn'
import { lossChunk } from './loss'
import { plainScale } from './plain'
import { allPanels, chunkCount, layerAt, panelCount, recordOf } from './tables'
import { share } from './team'

/** One mini-batch: forward, loss, backward, measurements and update; the caller wrote inputs (by unit), targets and `Run.count`. */
export function step(run: usize): void {
  loadInputs(run)
  if (real(run, Run.l1) != 0 || real(run, Run.l2) != 0) measurePenalty(run)
  if (address(run, Run.team)) together(run)
  else alone(run)
  if (word(run, Run.record)) finishStep(run)
}

/** In two phases, each divided among whoever is there; all layers keep their deltas until the second. */
function together(run: usize): void {
  const panels = allPanels(run)
  share(run, Phase.samples, chunkCount(run))
  share(run, Phase.learn, panels)
  if (!word(run, Run.clipsNorm) || !word(run, Run.update)) return
  findClipFactor(run)
  share(run, Phase.update, panels)
}

/** Layer by layer, so that a layer's deltas are used while they are in the cache. */
function alone(run: usize): void {
  const count = word(run, Run.count)
  const layers = word(run, Run.layerCount)
  for (let l = 0; l < layers; l++) forward(run, layerAt(run, l), count)
  const last = layerAt(run, layers - 1)
  for (let start = 0, i = 0; start < count; start += CHUNK, i++) lossChunk(run, last, i, min(CHUNK, count - start))
  for (let l = layers - 1; l >= 0; l--) {
    const layer = layerAt(run, l)
    if (l > 0) backward(run, layerAt(run, l - 1), count)
    learnPanels(run, layer, 0, panelCount(layer), 0)
  }
  if (!word(run, Run.clipsNorm) || !word(run, Run.update)) return
  findClipFactor(run)
  for (let l = 0; l < layers; l++) updatePanels(run, layerAt(run, l), 0, panelCount(layerAt(run, l)))
}

function forward(run: usize, layer: usize, count: i32): void {
  if (isBatchNormalized(layer)) return forwardBatch(run, layer, count)
  for (let start = 0, i = 0; start < count; start += CHUNK, i++) forwardChunk(run, layer, i, min(CHUNK, count - start))
}

function isBatchNormalized(layer: usize): bool {
  return word(layer, Layer.normalization) == Normalization.batch
}

function backward(run: usize, layer: usize, count: i32): void {
  if (isBatchNormalized(layer)) return backwardBatch(run, layer, count)
  for (let start = 0, i = 0; start < count; start += CHUNK, i++) backwardChunk(run, layer, i, min(CHUNK, count - start))
}

/** Gradients are multiplied by min(1, limit / (norm + 1e-6)). */
function findClipFactor(run: usize): void {
  const norm = gradientNorm(run)
  setEntry(address(run, Run.totals), Total.norm, norm)
  const factor = <f64>real(run, Run.clipNorm) / (norm + 1e-6)
  setReal(run, Run.clipFactor, factor < 1 ? <f32>factor : 1)
}

/** ‖gradient‖₂ over all parameters. */
function gradientNorm(run: usize): f64 {
  let squares: f64 = 0
  for (let l = 0; l < word(run, Run.layerCount); l++) {
    const layer = layerAt(run, l)
    for (let j = 0; j < panelCount(layer); j++) {
      const panel = recordOf(layer, j)
      const scale = plainScale(panel)
      squares += (entry(panel, Panel.squares) + entry(panel, Panel.biasSquares)) * scale * scale
      squares += entry(panel, Panel.aroundSquares)
    }
  }
  return Math.sqrt(squares)
}
