import type { Entry } from './entry'

/** What the output layer applies to its z before the loss. */
export interface OutputActivation extends Entry {
  /** its outputs are shares from 0 to 1, so 0.5 is the middle of a single one; else 0 is */
  readonly shares: boolean
  /** its module in torch.nn */
  readonly torch: string
}

/** Every activation of the output layer; the first is the default. */
export const OUTPUT_ACTIVATIONS = {
  linear: {
    description: 'Passes z on as it is: what cross-entropies need, and regressions whose targets may be any number.',
    formula: 'output = z',
    shares: false,
    torch: 'Identity'
  },
  sigmoid: {
    description: 'Squeezes each output into (0, 1). For mse and its kind; binary_crossentropy has its own sigmoid.',
    formula: 'output = 1 / (1 + e⁻ᶻ)',
    shares: true,
    torch: 'Sigmoid'
  },
  softmax: {
    description:
      'Makes shares of the outputs that add up to 1. For mse and its kind; categorical_crossentropy has its own softmax.',
    formula: 'outputᵢ = eᶻⁱ / Σⱼ eᶻʲ',
    shares: true,
    torch: 'Softmax'
  },
  tanh: {
    description: 'Squeezes each output into (−1, 1). For mse and its kind, where targets lie in that range.',
    formula: 'output = tanh z',
    shares: false,
    torch: 'Tanh'
  },
  relu: {
    description: 'Drops what is negative. An output that is negative for every sample learns nothing any more.',
    formula: 'output = max(0, z)',
    shares: false,
    torch: 'ReLU'
  }
} as const satisfies Readonly<Record<string, OutputActivation>>

/** What an output layer may apply to its z. */
export type OutputActivationName = keyof typeof OUTPUT_ACTIVATIONS
/** All of them, in the order of the catalogue. */
export const OUTPUT_ACTIVATION_NAMES = Object.keys(OUTPUT_ACTIVATIONS) as OutputActivationName[]
