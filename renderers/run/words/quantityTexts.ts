import { QUANTITIES } from '../../../src/record'
import type { FigureQuantity, QuantityGroup } from '../numbers/quantities'

/** What is said of a quantity. */
export interface QuantityText {
  /** in a sentence: "delta falls …" */
  readonly name: string
  /** whether the name is a plural: "dead units are …" */
  readonly plural?: true
  /** how it is computed, in symbols */
  readonly symbol: string
  /** said after the name, because a norm alone tells a newcomer nothing */
  readonly meaning: string
}

/** The groups of the switch. */
export const GROUP_TEXTS: Readonly<Record<QuantityGroup, string>> = {
  errorSignal: 'Error signal',
  weightGradient: 'Weight gradient',
  learning: 'Learning',
  activations: 'Activations'
}

export const QUANTITY_TEXTS: Readonly<Record<FigureQuantity, QuantityText>> = {
  delta_rms: {
    name: 'delta',
    symbol: QUANTITIES.delta_rms.symbol,
    meaning: 'the error signal that reaches each layer'
  },
  weight_gradient_l2: {
    name: 'weight gradient (L2)',
    symbol: QUANTITIES.weight_gradient_l2.symbol,
    meaning: 'how strongly the loss pulls on each layer’s weights'
  },
  weight_gradient_rms: {
    name: 'weight gradient (RMS)',
    symbol: '‖∂loss/∂W‖₂ / √n',
    meaning: 'the pull on a single weight, whatever the layer’s size'
  },
  weight_gradient_mean_abs: {
    name: 'weight gradient (mean size)',
    symbol: QUANTITIES.weight_gradient_mean_abs.symbol,
    meaning: 'the pull on an average weight'
  },
  weight_gradient_max_abs: {
    name: 'weight gradient (largest)',
    symbol: QUANTITIES.weight_gradient_max_abs.symbol,
    meaning: 'the strongest pull on any weight'
  },
  bias_gradient_l2: {
    name: 'bias gradient (L2)',
    symbol: QUANTITIES.bias_gradient_l2.symbol,
    meaning: 'how strongly the loss pulls on each layer’s biases'
  },
  update_ratio: {
    name: 'update ratio',
    symbol: QUANTITIES.update_ratio.symbol,
    meaning: 'how far a step moves the weights'
  },
  weight_l2: {
    name: 'weight norm',
    symbol: QUANTITIES.weight_l2.symbol,
    meaning: 'how large the weights are'
  },
  activation_mean: {
    name: 'activation mean',
    symbol: QUANTITIES.activation_mean.symbol,
    meaning: 'where each layer’s outputs are centred'
  },
  activation_std: {
    name: 'activation spread',
    symbol: QUANTITIES.activation_std.symbol,
    meaning: 'how much of the input’s variety is left'
  },
  saturated_fraction: {
    name: 'saturated units',
    plural: true,
    symbol: '|φ′| below 1 % of its maximum',
    meaning: 'units that pass back hardly any error'
  },
  dead_fraction: {
    name: 'dead units',
    plural: true,
    symbol: 'zero for every sample',
    meaning: 'units that pass nothing on'
  }
}
