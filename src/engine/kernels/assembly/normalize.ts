import { Layer, Normalization } from '../fields'
import { address, eights, word } from './inline/access'
import { normalizePanels } from './inline/normalizePanels'
import { laneMoments } from './laneMoments'

/** Mean and variance of each sample over the layer's units, for `panels` panels of samples from `first` on. */
export function sampleMoments(layer: usize, first: i32, panels: i32): void {
  const panel = address(layer, Layer.panel)
  const units = word(layer, Layer.outputs)
  for (let p = first; p < first + panels; p++) groupMoments(layer, address(layer, Layer.z) + <usize>p * panel, units, p)
}

/** Mean and variance of each unit over the mini-batch; z by unit stands where a by unit will be. */
export function unitMoments(layer: usize, count: i32): void {
  const stride = (<usize>eights(count)) << 5
  const units = word(layer, Layer.outputs)
  for (let j = 0; j < eights(units) >> 3; j++)
    groupMoments(layer, address(layer, Layer.aByUnit) + <usize>j * stride, count, j)
  for (let unit = units; unit & 7; unit++) store<f32>(address(layer, Layer.inverses) + ((<usize>unit) << 2), 0)
}

/** The eight groups 8 p … 8 p + 7, which are the lanes of `rows` rows. */
function groupMoments(layer: usize, from: usize, rows: i32, p: i32): void {
  const offset = (<usize>p) << 5
  laneMoments(
    from,
    rows,
    address(layer, Layer.preciseMeans) + 2 * offset,
    address(layer, Layer.variances) + 2 * offset,
    address(layer, Layer.means) + offset,
    address(layer, Layer.inverses) + offset
  )
}

/** y = γ x̂ + β for `panels` panels of samples from `first` on, with the groups' moments as they are. */
export function normalize(layer: usize, first: i32, panels: i32): void {
  if (word(layer, Layer.normalization) == Normalization.batch) byUnit(layer, first, panels)
  else bySample(layer, first, panels)
}

/* Two functions, as in activationLoops.ts. */

function byUnit(layer: usize, first: i32, panels: i32): void {
  normalizePanels(true, layer, first, panels)
}

function bySample(layer: usize, first: i32, panels: i32): void {
  normalizePanels(false, layer, first, panels)
}
