import { CHUNK, Layer, Panel, Run } from '../fields'
import { address, entry, word } from './inline/access'

export function layerAt(run: usize, l: i32): usize {
  return address(run, Run.layers) + <usize>l * (Layer.words << 2)
}

/** Panels of a layer's weights. */
export function panelCount(layer: usize): i32 {
  return (word(layer, Layer.outputs) + 7) >> 3
}

/** Panels of all layers. */
export function allPanels(run: usize): i32 {
  let panels = 0
  for (let l = 0; l < word(run, Run.layerCount); l++) panels += panelCount(layerAt(run, l))
  return panels
}

export function chunkCount(run: usize): i32 {
  return (word(run, Run.count) + CHUNK - 1) / CHUNK
}

export function panelSum(layer: usize, index: i32): f64 {
  let sum: f64 = 0
  for (let j = 0; j < panelCount(layer); j++) sum += entry(recordOf(layer, j), index)
  return sum
}

/** The largest, 0 or more; NaN if one is. */
export function panelMax(layer: usize, index: i32): f64 {
  let largest: f64 = 0
  for (let j = 0; j < panelCount(layer); j++) largest = max(largest, entry(recordOf(layer, j), index))
  return largest
}

/** The record of panel j. */
export function recordOf(layer: usize, j: i32): usize {
  return address(layer, Layer.panels) + <usize>j * (Panel.words << 3)
}
