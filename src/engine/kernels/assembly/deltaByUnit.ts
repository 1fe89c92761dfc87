import { Layer, Run } from '../fields'
import { address, eights, word } from './inline/access'
import { transpose } from './transpose'

/** Clears the rows beyond the last unit (up to a multiple of four), then copies a chunk of delta by unit. */
export function deltaByUnit(run: usize, layer: usize, first: i32, panels: i32): void {
  const units = word(layer, Layer.outputs)
  const panel = address(layer, Layer.deltaPanel)
  const delta = address(layer, Layer.delta)
  const stride = (<usize>eights(word(run, Run.count))) << 5
  for (let p = first; p < first + panels; p++) {
    for (let unit = units; unit & 3; unit++) {
      const row = delta + <usize>p * panel + ((<usize>unit) << 5)
      v128.store(row, f32x4.splat(0))
      v128.store(row, f32x4.splat(0), 16)
    }
  }
  transpose(delta, panel, units, first, panels, address(layer, Layer.deltaByUnit), stride)
}
