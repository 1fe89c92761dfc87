import { Layer } from '../fields'
import { address, word } from './inline/access'
import { exp } from './inline/exp'

/** a = softmax(φ(y)) over a layer's units, for `panels` panels of samples from `first` on; NaN where a number of the sample is NaN. */
export function softmax(layer: usize, first: i32, panels: i32): void {
  const panel = address(layer, Layer.panel)
  for (let p = first; p < first + panels; p++) {
    const offset = <usize>p * panel
    for (let half: usize = 0; half < 32; half += 16) {
      softmaxOf(
        address(layer, Layer.value) + offset + half,
        address(layer, Layer.a) + offset + half,
        word(layer, Layer.outputs)
      )
    }
  }
}

/** Four samples. */
function softmaxOf(x: usize, a: usize, units: i32): void {
  let max = v128.load(x)
  for (let i = 1; i < units; i++) max = f32x4.max(max, v128.load(x + ((<usize>i) << 5)))
  let sum = f32x4.splat(0)
  for (let i = 0; i < units; i++) {
    const power = exp(f32x4.sub(v128.load(x + ((<usize>i) << 5)), max))
    v128.store(a + ((<usize>i) << 5), power)
    sum = f32x4.add(sum, power)
  }
  for (let i = 0; i < units; i++) {
    const at = a + ((<usize>i) << 5)
    v128.store(at, f32x4.div(v128.load(at), sum))
  }
}

/** delta: ∂loss/∂a → a ⊙ (∂loss/∂a − Σ_j a_j ∂loss/∂a_j) in place. */
export function throughSoftmax(layer: usize, first: i32, panels: i32): void {
  const panel = address(layer, Layer.panel)
  const deltaPanel = address(layer, Layer.deltaPanel)
  for (let p = first; p < first + panels; p++) {
    for (let half: usize = 0; half < 32; half += 16) {
      throughSoftmaxOf(
        address(layer, Layer.a) + <usize>p * panel + half,
        address(layer, Layer.delta) + <usize>p * deltaPanel + half,
        word(layer, Layer.outputs)
      )
    }
  }
}

function throughSoftmaxOf(a: usize, delta: usize, units: i32): void {
  let mean = f32x4.splat(0)
  for (let i = 0; i < units; i++) {
    const offset = (<usize>i) << 5
    mean = f32x4.add(mean, f32x4.mul(v128.load(a + offset), v128.load(delta + offset)))
  }
  for (let i = 0; i < units; i++) {
    const offset = (<usize>i) << 5
    const away = f32x4.sub(v128.load(delta + offset), mean)
    v128.store(delta + offset, f32x4.mul(v128.load(a + offset), away))
  }
}
