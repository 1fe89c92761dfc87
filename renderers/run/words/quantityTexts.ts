import { QUANTITIES, type Quantity } from '../../../src/record'
import type { FigureQuantity, QuantityGroup } from '../numbers/quantities'

/** What is said of a quantity. */
export type QuantityText = Pick<Quantity, 'name' | 'plural' | 'symbol' | 'meaning'>

/** The groups of the switch. */
export const GROUP_TEXTS: Readonly<Record<QuantityGroup, string>> = {
  errorSignal: 'Error signal',
  weightGradient: 'Weight gradient',
  learning: 'Learning',
  activations: 'Activations'
}

/** Of recorded quantities their own table says it. */
export const QUANTITY_TEXTS: Readonly<Record<FigureQuantity, QuantityText>> = {
  ...QUANTITIES,
  weight_gradient_rms: {
    name: 'weight gradient (RMS)',
    symbol: '‖∂loss/∂W‖₂ / √n',
    meaning: 'the pull on a single weight, whatever the layer’s size'
  }
}

/** What each quantity is, with all symbols explained: a hint for who asks. */
export const SYMBOL_TEXTS: Readonly<Record<FigureQuantity, string>> = {
  delta_rms:
    'RMS of B·∂loss/∂z: how much the loss changes with the layer’s z (its weighted sums, before the activation), times the batch size B, so that batches of any size compare; RMS: root of the mean square, over units and samples',
  weight_gradient_l2:
    '‖∂loss/∂W‖₂: the length of the loss’s gradient by all weights W of the layer (root of the sum of squares), before clipping',
  weight_gradient_rms:
    '‖∂loss/∂W‖₂ / √n: the gradient’s length over the root of the number n of the layer’s weights W; the pull on a single weight',
  weight_gradient_mean_abs: 'mean |∂loss/∂W|: the mean size of the loss’s gradient by a weight W of the layer',
  weight_gradient_max_abs: 'max |∂loss/∂W|: the largest size of the loss’s gradient by a weight W of the layer',
  bias_gradient_l2:
    '‖∂loss/∂b‖₂: the length of the loss’s gradient by all biases b of the layer (root of the sum of squares), before clipping',
  update_ratio:
    '‖ΔW‖₂ / ‖W‖₂: the length of a step ΔW that the optimizer makes, as a share of the length of the weights W; about 0.001 is usual',
  weight_l2: '‖W‖₂: the length of the layer’s weights W (root of the sum of squares)',
  activation_mean: 'mean a: the mean of the layer’s outputs a, over units and samples',
  activation_std: 'std a: the standard deviation of the layer’s outputs a, over units and samples',
  saturated_fraction:
    'share of the layer’s outputs with |φ′| below 1 % of its maximum: the activation φ is flat there, and hardly any error passes back',
  dead_fraction: 'share of the layer’s units whose output is 0 for every sample: they pass nothing on and do not learn'
}
