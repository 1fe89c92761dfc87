import { bentClasses, easyClasses, easyData } from './drawn'
import { ADAM, adam, of, sgd, upTo, type Family } from './fault'

/** Faults of weights, biases and activations: the signal is lost, or explodes, before any update. */
export const SIGNAL_FAULTS: Readonly<Record<string, Family>> = {
  /** a slope of at most ¼ in every layer (Hochreiter 1991) */
  'deep sigmoid': drawn => {
    const hidden_layers = drawn.layers([5, 14], [8, 16, 24, 32])
    const base = {
      hidden_layers,
      epochs: 40,
      optimizer: drawn.one([sgd(0.1), sgd(0.05, { momentum: 0.9 }), adam(0.001)])
    }
    return {
      ...{ fault: 'vanishing_signal', acceptable: [], layers: [1] },
      ...of(easyClasses(drawn), base, { activation: 'sigmoid' }, { activation: 'tanh', optimizer: ADAM })
    }
  },
  /** weights so small that each layer loses a part of the signal */
  'small weights': drawn => {
    const { depth, units } = drawn.layers([4, 9], [10, 16, 32])
    const stddev = drawn.scale(0.05, 0.4) / Math.sqrt(units)
    const base = { hidden_layers: { depth, units }, activation: drawn.one(['tanh', 'relu', 'gelu', 'elu']), epochs: 40 }
    const optimizer = drawn.one([sgd(0.1), sgd(0.3)])
    return {
      ...{ fault: 'vanishing_signal', acceptable: ['poor_initialization'], layers: [1] },
      ...of(
        easyClasses(drawn),
        base,
        { initializer: { name: 'random_normal', stddev }, optimizer },
        { optimizer: ADAM }
      )
    }
  },
  /** weights so large that the signal grows in each layer */
  'large weights': drawn => {
    const { depth, units } = drawn.layers([5, 12], [16, 32, 48])
    const stddev = drawn.scale(3, 8) / Math.sqrt(units)
    const activation = drawn.one(['relu', 'leaky_relu', 'linear', 'elu'])
    const base = { hidden_layers: { depth, units }, activation, epochs: 20 }
    return {
      ...{ fault: 'exploding_signal', acceptable: ['nonfinite', 'poor_initialization'], layers: upTo(depth + 1) },
      ...of(
        easyData(drawn),
        base,
        { initializer: { name: 'random_normal', stddev }, optimizer: drawn.one([sgd(0.05), sgd(0.01)]) },
        { activation: 'relu', optimizer: ADAM }
      )
    }
  },
  /** equal units stay equal (Rumelhart, Hinton & Williams 1986) */
  'equal units': drawn => {
    const { depth, units } = drawn.layers([1, 4], [6, 12, 20])
    const initializer = drawn.one(['zeros', { name: 'constant', value: 0.1 }, { name: 'constant', value: 0.5 }])
    const base = { hidden_layers: { depth, units }, activation: drawn.one(['tanh', 'sigmoid', 'relu']), epochs: 40 }
    return {
      ...{ fault: 'symmetry', acceptable: [], layers: upTo(depth) },
      ...of(
        bentClasses(drawn),
        base,
        { initializer, optimizer: sgd(0.1) },
        { activation: 'tanh', optimizer: adam(0.01) }
      )
    }
  },
  /** biases that keep all units of relu layers below zero */
  'dead biases': drawn => {
    const { depth, units } = drawn.layers([2, 4], [8, 16, 32])
    const bias = { name: 'constant', value: -drawn.scale(4, 12) }
    const base = {
      hidden_layers: { depth, units },
      activation: 'relu',
      epochs: 30,
      optimizer: drawn.one([sgd(0.1), ADAM])
    }
    return {
      ...{ fault: 'dead_relu', acceptable: ['vanishing_signal'], layers: upTo(depth) },
      ...of(easyClasses(drawn), base, { bias_initializer: bias }, { optimizer: adam(0.01) })
    }
  },
  /** z far out in the flat part of tanh or sigmoid */
  'flat activations': drawn => {
    const { depth, units } = drawn.layers([2, 3], [16, 32, 48])
    const base = { hidden_layers: { depth, units }, activation: drawn.one(['tanh', 'sigmoid']), epochs: 30 }
    const initializer = { name: 'random_normal', stddev: drawn.scale(4, 15) }
    return {
      ...{ fault: 'saturation', acceptable: ['poor_initialization', 'exploding_signal'], layers: upTo(depth) },
      ...of(
        bentClasses(drawn),
        base,
        { initializer, optimizer: sgd(0.01) },
        { activation: 'tanh', optimizer: adam(0.01) }
      )
    }
  }
}
