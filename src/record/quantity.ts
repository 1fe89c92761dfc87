/** What is recorded for every layer and epoch, and what is said of it. */
export interface Quantity {
  /** in a sentence: "delta falls …" */
  readonly name: string
  /** whether the name is a plural: "dead units are …" */
  readonly plural?: true
  /** how it is computed, in symbols */
  readonly symbol: string
  /** said after the name, because a norm alone tells a newcomer nothing */
  readonly meaning: string
  /** `signal`: a magnitude, compared over decades; `signed`: on both sides of zero; `fraction`: from 0 to 1, more is worse */
  readonly kind: 'signal' | 'signed' | 'fraction'
  /** true where plain float32 may have lost what the record still holds */
  readonly gradient?: true
  /**
   * how many of a number's leading bits a file keeps; what is only drawn, and not compared over decades, needs fewer than
   * float32's 24, and noise in the last bits is most of a file's size
   */
  readonly bits: number
}

/** Every recorded quantity. The names are those of `gradnb run --json`, the order is that of its tables. */
export const QUANTITIES = {
  weight_gradient_l2: {
    name: 'weight gradient (L2)',
    symbol: '‖∂loss/∂W‖₂',
    meaning: 'how strongly the loss pulls on each layer’s weights, before clipping',
    ...{ kind: 'signal', gradient: true, bits: 24 }
  },
  weight_gradient_mean_abs: {
    name: 'weight gradient (mean size)',
    symbol: 'mean |∂loss/∂W|',
    meaning: 'the pull on an average weight',
    ...{ kind: 'signal', gradient: true, bits: 16 }
  },
  weight_gradient_max_abs: {
    name: 'weight gradient (largest)',
    symbol: 'max |∂loss/∂W|',
    meaning: 'the strongest pull on any weight',
    ...{ kind: 'signal', gradient: true, bits: 16 }
  },
  bias_gradient_l2: {
    name: 'bias gradient (L2)',
    symbol: '‖∂loss/∂b‖₂',
    meaning: 'how strongly the loss pulls on each layer’s biases, before clipping',
    ...{ kind: 'signal', gradient: true, bits: 16 }
  },
  delta_rms: {
    name: 'delta',
    symbol: 'RMS of B·∂loss/∂z',
    meaning: 'the error signal that reaches each layer',
    ...{ kind: 'signal', gradient: true, bits: 24 }
  },
  activation_mean: {
    name: 'activation mean',
    symbol: 'mean a',
    meaning: 'where each layer’s outputs are centred',
    ...{ kind: 'signed', bits: 16 }
  },
  activation_std: {
    name: 'activation spread',
    symbol: 'std a',
    meaning: 'how much of the input’s variety is left',
    ...{ kind: 'signal', bits: 16 }
  },
  z_q01: {
    name: 'pre-activation (1 % quantile)',
    symbol: 'z₁',
    meaning: 'what only one in a hundred z is below',
    ...{ kind: 'signed', bits: 8 }
  },
  z_q50: {
    name: 'pre-activation (median)',
    symbol: 'z₅₀',
    meaning: 'what half of all z are below',
    ...{ kind: 'signed', bits: 8 }
  },
  z_q99: {
    name: 'pre-activation (99 % quantile)',
    symbol: 'z₉₉',
    meaning: 'what only one in a hundred z is above',
    ...{ kind: 'signed', bits: 8 }
  },
  saturated_fraction: {
    name: 'saturated units',
    plural: true,
    symbol: '|φ′| below 1 % of its maximum',
    meaning: 'units that pass back hardly any error',
    ...{ kind: 'fraction', bits: 24 }
  },
  dead_fraction: {
    name: 'dead units',
    plural: true,
    symbol: 'zero for every sample',
    meaning: 'units that pass nothing on',
    ...{ kind: 'fraction', bits: 24 }
  },
  update_ratio: {
    name: 'update ratio',
    symbol: '‖ΔW‖₂ / ‖W‖₂',
    meaning: 'how far a step moves the weights',
    ...{ kind: 'signal', bits: 16 }
  },
  underflow_fraction: {
    name: 'gradient lost to underflow',
    symbol: 'fraction of steps',
    meaning: 'steps in which training saw a gradient of 0 though it was not',
    ...{ kind: 'fraction', bits: 24 }
  },
  overflow_fraction: {
    name: 'gradient lost to overflow',
    symbol: 'fraction of steps',
    meaning: 'steps in which training saw an infinite gradient though it was not',
    ...{ kind: 'fraction', bits: 24 }
  },
  weight_l2: {
    name: 'weight norm',
    symbol: '‖W‖₂',
    meaning: 'how large the weights are',
    ...{ kind: 'signal', bits: 24 }
  }
} as const satisfies Readonly<Record<string, Quantity>>

/** A quantity, as records and cells name it. */
export type QuantityName = keyof typeof QUANTITIES
/** All of them, in the order of the table. */
export const QUANTITY_NAMES = Object.keys(QUANTITIES) as QuantityName[]

/** What is recorded once an epoch. */
export const CURVE_NAMES = ['loss', 'test_loss', 'accuracy', 'test_accuracy'] as const
/** One of these curves. */
export type CurveName = (typeof CURVE_NAMES)[number]

/** Whether a curve, or what is compared beside curves, is a share of right answers: from 0 to 1, more is better, told in per cent. */
export const isAccuracy = (name: string): boolean => name.endsWith('accuracy')
