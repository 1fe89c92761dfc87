/**
 * What is recorded for every layer and epoch. The names are those of `gradnb run --json`. `bits`: how many of a number's
 * leading bits a file keeps; what is only drawn, and not compared over decades, needs fewer than float32's 24, and noise in
 * the last bits is most of a file's size.
 */
export const QUANTITIES = {
  weight_gradient_l2: { label: 'weight gradient, L2 norm', symbol: '‖∂loss/∂W‖₂', bits: 24 },
  weight_gradient_mean_abs: { label: 'weight gradient, mean size', symbol: 'mean |∂loss/∂W|', bits: 16 },
  weight_gradient_max_abs: { label: 'weight gradient, largest', symbol: 'max |∂loss/∂W|', bits: 16 },
  bias_gradient_l2: { label: 'bias gradient, L2 norm', symbol: '‖∂loss/∂b‖₂', bits: 16 },
  delta_rms: { label: 'delta, RMS', symbol: 'RMS of B·∂loss/∂z', bits: 24 },
  activation_mean: { label: 'activation, mean', symbol: 'mean a', bits: 16 },
  activation_std: { label: 'activation, standard deviation', symbol: 'std a', bits: 16 },
  z_q01: { label: 'pre-activation, 1 % quantile', symbol: 'z₁', bits: 8 },
  z_q50: { label: 'pre-activation, median', symbol: 'z₅₀', bits: 8 },
  z_q99: { label: 'pre-activation, 99 % quantile', symbol: 'z₉₉', bits: 8 },
  saturated_fraction: { label: 'saturated units', symbol: 'fraction', bits: 24 },
  dead_fraction: { label: 'dead units', symbol: 'fraction', bits: 24 },
  update_ratio: { label: 'update ratio', symbol: '‖ΔW‖₂ / ‖W‖₂', bits: 16 },
  /** of the epoch's steps, in which the gradient that training saw was all 0 though the true one was not */
  underflow_fraction: { label: 'gradient lost to underflow', symbol: 'fraction of steps', bits: 24 },
  /** of the epoch's steps, in which the gradient that training saw was infinite though the true one was not */
  overflow_fraction: { label: 'gradient lost to overflow', symbol: 'fraction of steps', bits: 24 },
  weight_l2: { label: 'weights, L2 norm', symbol: '‖W‖₂', bits: 24 }
} as const

export type QuantityName = keyof typeof QUANTITIES
export const QUANTITY_NAMES = Object.keys(QUANTITIES) as QuantityName[]

/** What is recorded once an epoch. */
export const CURVE_NAMES = ['loss', 'test_loss', 'accuracy', 'test_accuracy'] as const
export type CurveName = (typeof CURVE_NAMES)[number]
