import { CHUNK, Chunk, Fault, Layer, Panel, Run, Total } from '../fields'
import { address, entry, word } from './inline/access'
import { isFinite } from './inline/lanes'
import { OVERFLOW } from './powers'
import { layerAt, panelMax } from './tables'

/** The first value that was not finite, in the order of computation. */
export function firstFault(run: usize): f64 {
  const layers = word(run, Run.layerCount)
  for (let l = 0; l < layers; l++) if (activationFault(run, l)) return code(Fault.activation, l)
  if (!isFinite(entry(address(run, Run.totals), Total.loss))) return code(Fault.loss, 0)
  for (let l = layers - 1; l >= 0; l--) {
    const layer = layerAt(run, l)
    if (!(panelMax(layer, Panel.seen) < OVERFLOW)) return code(Fault.gradient, l)
    if (!(panelMax(layer, Panel.aroundSeen) < OVERFLOW)) return code(Fault.gradient, l)
  }
  if (!word(run, Run.update)) return 0
  for (let l = 0; l < layers; l++) if (panelMax(layerAt(run, l), Panel.fault) > 0) return code(Fault.weight, l)
  return 0
}

function activationFault(run: usize, l: i32): bool {
  const count = word(run, Run.count)
  let chunk = address(layerAt(run, l), Layer.chunks)
  for (let start = 0; start < count; start += CHUNK) {
    if (entry(chunk, Chunk.fault) != 0) return true
    chunk += Chunk.words << 3
  }
  return false
}

function code(fault: i32, l: i32): f64 {
  return <f64>((fault << 20) + l)
}
