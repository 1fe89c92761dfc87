/** What is recorded for every layer and epoch. The names are those of `gradnb run --json`. */
export const QUANTITIES = {
  weight_gradient_l2: { label: 'weight gradient, L2 norm', symbol: '‖∂loss/∂W‖₂', log: true },
  weight_gradient_mean_abs: { label: 'weight gradient, mean size', symbol: 'mean |∂loss/∂W|', log: true },
  weight_gradient_max_abs: { label: 'weight gradient, largest', symbol: 'max |∂loss/∂W|', log: true },
  bias_gradient_l2: { label: 'bias gradient, L2 norm', symbol: '‖∂loss/∂b‖₂', log: true },
  delta_rms: { label: 'delta, RMS', symbol: 'RMS of B·∂loss/∂z', log: true },
  activation_mean: { label: 'activation, mean', symbol: 'mean a', log: false },
  activation_std: { label: 'activation, standard deviation', symbol: 'std a', log: false },
  z_q01: { label: 'pre-activation, 1 % quantile', symbol: 'z₁', log: false },
  z_q50: { label: 'pre-activation, median', symbol: 'z₅₀', log: false },
  z_q99: { label: 'pre-activation, 99 % quantile', symbol: 'z₉₉', log: false },
  saturated_fraction: { label: 'saturated units', symbol: 'fraction', log: false },
  dead_fraction: { label: 'dead units', symbol: 'fraction', log: false },
  update_ratio: { label: 'update ratio', symbol: '‖ΔW‖₂ / ‖W‖₂', log: true },
  weight_l2: { label: 'weights, L2 norm', symbol: '‖W‖₂', log: true }
} as const

export type QuantityName = keyof typeof QUANTITIES
export const QUANTITY_NAMES = Object.keys(QUANTITIES) as QuantityName[]

/** What is recorded once an epoch. */
export const CURVE_NAMES = ['loss', 'test_loss', 'accuracy', 'test_accuracy'] as const
export type CurveName = (typeof CURVE_NAMES)[number]
