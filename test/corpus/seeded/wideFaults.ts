import type { Cell } from '../corpusCase'
import type { Drawn } from './drawn'
import { adam, of, upTo, type Family } from './fault'
import {
  KEEPING,
  optimizer,
  precision,
  standardTable,
  UNBOUNDED,
  wideClasses,
  wideData,
  wideTable,
  widths
} from './wideDrawn'

/* The faults of the other families over far wider ranges: depth, unequal widths, all activations, losses, optimizers and batches. */

const batch = (drawn: Drawn): Cell => ({ batch_size: drawn.one([4, 16, 32, 128, 2000]) })

/** What a very deep net needs to learn at all. */
const DEEP_TWIN: Cell = {
  activation: 'relu',
  initializer: 'he',
  normalization: 'layer',
  residual: true,
  optimizer: adam(0.003)
}

const bent = (x: readonly number[]): number => x[0]! + 0.6 * x[1]! * x[1]! - 0.5 * x[2]!

export const WIDE_FAULTS: Readonly<Record<string, Family>> = {
  'wide: fading activations': drawn => {
    const hidden_layers = widths(drawn, drawn.between(6, 40), [12, 128])
    const base = { hidden_layers, epochs: 25, ...precision(drawn) }
    const wrong = {
      activation: 'sigmoid',
      initializer: drawn.one(['xavier', 'glorot_uniform', 'torch_default']),
      optimizer: optimizer(drawn)
    }
    return {
      fault: 'vanishing_signal',
      acceptable: [],
      layers: upTo(2),
      ...of(wideClasses(drawn), base, wrong, DEEP_TWIN)
    }
  },
  'wide: weights too small': drawn => {
    const units = Math.round(drawn.scale(10, 100))
    const hidden_layers = { depth: drawn.between(5, 40), units }
    const gain = drawn.scale(0.05, 0.5)
    const initializer = drawn.one<Cell>([
      { name: 'random_normal', stddev: gain / Math.sqrt(units) },
      { name: 'random_uniform', minval: -gain / Math.sqrt(units), maxval: gain / Math.sqrt(units) },
      { name: 'orthogonal', gain },
      { name: 'mean_field', sigma_w2: gain * gain, sigma_b2: 0 }
    ])
    return {
      ...{ fault: 'vanishing_signal', acceptable: ['poor_initialization'], layers: upTo(2) },
      ...of(
        wideData(drawn),
        { hidden_layers, epochs: 25, ...batch(drawn) },
        { activation: drawn.one(KEEPING), initializer, optimizer: optimizer(drawn) },
        DEEP_TWIN
      )
    }
  },
  'wide: weights too large': drawn => {
    const units = Math.round(drawn.scale(12, 100))
    const depth = drawn.between(5, 40)
    const initializer = { name: 'random_normal', stddev: drawn.scale(3, 10) / Math.sqrt(units) }
    return {
      ...{ fault: 'exploding_signal', acceptable: ['nonfinite', 'poor_initialization'], layers: upTo(depth + 1) },
      ...of(
        wideData(drawn),
        { hidden_layers: { depth, units }, epochs: 20, ...precision(drawn) },
        { activation: drawn.one(UNBOUNDED), initializer, optimizer: optimizer(drawn) },
        DEEP_TWIN
      )
    }
  },
  'wide: chaos': drawn => {
    const units = Math.round(drawn.scale(16, 100))
    const depth = drawn.between(8, 40)
    const initializer = { name: 'random_normal', stddev: drawn.scale(2.5, 10) / Math.sqrt(units) }
    return {
      ...{ fault: 'exploding_signal', acceptable: ['saturation', 'poor_initialization'], layers: null },
      ...of(
        wideClasses(drawn),
        { hidden_layers: { depth, units }, epochs: 20 },
        { activation: drawn.one(['tanh', 'softsign']), initializer, optimizer: optimizer(drawn) },
        DEEP_TWIN
      )
    }
  },
  'wide: equal units': drawn => {
    const hidden_layers = widths(drawn, drawn.between(1, 6), [3, 100])
    const initializer = drawn.one<unknown>(['zeros', { name: 'constant', value: drawn.scale(0.001, 1) }])
    return {
      ...{ fault: 'symmetry', acceptable: [], layers: upTo(hidden_layers.length) },
      ...of(
        { dataset: drawn.one(['circle', 'xor', 'spiral', 'moons']), files: {} },
        { hidden_layers, epochs: 40, ...batch(drawn) },
        { activation: drawn.one([...KEEPING, 'sigmoid', 'softplus']), initializer, optimizer: optimizer(drawn) },
        { activation: 'tanh', optimizer: adam(0.01), batch_size: 16, epochs: 100 }
      )
    }
  },
  'wide: rate too large': drawn => ({
    fault: 'learning_rate_too_large',
    acceptable: ['nonfinite', 'dead_relu', 'saturation', 'oscillating_loss'],
    layers: null,
    ...of(
      wideData(drawn),
      {
        hidden_layers: widths(drawn, drawn.between(1, 5), [8, 100]),
        activation: drawn.one(KEEPING),
        epochs: 30,
        ...batch(drawn)
      },
      { optimizer: optimizer(drawn, drawn.scale(100, 3000)), ...precision(drawn) },
      { optimizer: adam(0.003), batch_size: 16, epochs: 60 }
    )
  }),
  'wide: rate too small': drawn => ({
    ...{ fault: 'learning_rate_too_small', acceptable: ['underfit'], layers: null },
    ...of(
      wideData(drawn),
      { hidden_layers: widths(drawn, drawn.between(1, 4), [8, 100]), activation: drawn.one(KEEPING), epochs: 40 },
      { optimizer: optimizer(drawn, drawn.scale(1e-6, 1e-3)), batch_size: drawn.one([16, 32, 64]) },
      { optimizer: adam(0.003) }
    )
  }),
  'wide: raw columns': drawn => {
    const sizes = Array.from({ length: 12 }, () => drawn.scale(0.5, 3000))
    const centres = Array.from({ length: 12 }, () => drawn.scale(0.5, 3000))
    sizes[0] = drawn.scale(100, 3000)
    const data = wideTable(drawn, {
      ...{ samples: drawn.one([120, 400]), inputs: drawn.between(3, 12) },
      ...{ sizes: i => sizes[i]!, centres: i => centres[i]!, target: x => (bent(x) > 0.2 ? 'yes' : 'no') }
    })
    return {
      fault: 'input_scale',
      acceptable: ['dead_relu', 'saturation', 'learning_rate_too_large', 'nonfinite'],
      layers: [1],
      ...of(
        data,
        {
          hidden_layers: widths(drawn, drawn.between(1, 3), [8, 64]),
          activation: drawn.one([...KEEPING, 'sigmoid']),
          epochs: 40
        },
        { dataset: { ...(data.dataset as Cell), standardize: false }, optimizer: optimizer(drawn) },
        { activation: 'tanh', optimizer: adam(0.01) }
      )
    }
  },
  'wide: raw targets': drawn => {
    const [size, centre] = [drawn.scale(100, 1e6), drawn.scale(10, 1e6)]
    const data = standardTable(drawn, drawn.one([120, 400]), x => (centre + size * bent(x)).toPrecision(7))
    return {
      fault: 'target_scale',
      acceptable: ['nonfinite', 'learning_rate_too_large', 'learning_rate_too_small', 'dead_relu', 'saturation'],
      layers: null,
      ...of(
        data,
        { hidden_layers: widths(drawn, drawn.between(1, 3), [8, 64]), activation: drawn.one(KEEPING), epochs: 40 },
        { loss: drawn.one(['mse', 'mae', 'half_mse']), optimizer: optimizer(drawn) },
        { dataset: { ...(data.dataset as Cell), standardize_target: true }, optimizer: adam(0.01) }
      )
    }
  },
  'wide: one activation too many': drawn => {
    const hidden_layers = widths(drawn, drawn.between(1, 4), [8, 64])
    return {
      ...{ fault: 'loss_or_task', acceptable: [], layers: [hidden_layers.length + 1] },
      ...of(
        wideClasses(drawn),
        { hidden_layers, activation: drawn.one(KEEPING), epochs: 40, loss: 'categorical_crossentropy' },
        { output_activation: drawn.one(['softmax', 'sigmoid', 'relu', 'tanh']), optimizer: optimizer(drawn) },
        { optimizer: adam(0.01) }
      )
    }
  },
  'wide: output out of reach': drawn => {
    const output_activation = drawn.one(['sigmoid', 'softmax', 'relu', 'tanh'])
    const [size, shift] = [drawn.scale(1, 8), output_activation === 'relu' ? -1.5 : 2]
    const hidden_layers = widths(drawn, drawn.between(1, 4), [8, 64])
    return {
      ...{ fault: 'loss_or_task', acceptable: ['dead_relu'], layers: [hidden_layers.length + 1] },
      ...of(
        standardTable(drawn, 200, x => (size * (shift + bent(x))).toPrecision(5)),
        { hidden_layers, activation: drawn.one(KEEPING), epochs: 60, loss: drawn.one(['mse', 'mae', 'half_mse']) },
        { output_activation, optimizer: optimizer(drawn) },
        { optimizer: adam(0.01) }
      )
    }
  },
  'wide: heavy penalty': drawn => ({
    ...{ fault: 'underfit', acceptable: [], layers: null },
    ...of(
      wideData(drawn),
      { hidden_layers: widths(drawn, drawn.between(1, 4), [8, 64]), activation: drawn.one(KEEPING), epochs: 40 },
      drawn.one<Cell>([
        { l2: drawn.scale(0.3, 10), optimizer: optimizer(drawn, 0.5) },
        { l1: drawn.scale(0.1, 3), optimizer: optimizer(drawn, 0.5) },
        { optimizer: { name: 'adamw', learning_rate: 0.003, weight_decay: drawn.scale(10, 100) } },
        { optimizer: { name: 'rmsprop', learning_rate: 0.003, weight_decay: drawn.scale(1, 10) } }
      ]),
      { optimizer: adam(0.01) }
    )
  }),
  'wide: few steps': drawn => ({
    ...{ fault: 'underfit', acceptable: ['learning_rate_too_small'], layers: null },
    ...of(
      wideData(drawn),
      { hidden_layers: widths(drawn, drawn.between(1, 4), [8, 100]), activation: drawn.one(KEEPING) },
      { epochs: drawn.between(1, 3), batch_size: drawn.one([128, 2000]), optimizer: optimizer(drawn, 0.3) },
      { epochs: 200, optimizer: adam(0.003) }
    )
  }),
  'wide: dead biases': drawn => {
    const hidden_layers = widths(drawn, drawn.between(2, 5), [8, 100])
    return {
      ...{ fault: 'dead_relu', acceptable: ['vanishing_signal'], layers: upTo(hidden_layers.length) },
      ...of(
        wideClasses(drawn),
        { hidden_layers, activation: 'relu', epochs: 30 },
        { bias_initializer: { name: 'constant', value: -drawn.scale(5, 100) }, optimizer: optimizer(drawn) },
        { optimizer: adam(0.01) }
      )
    }
  },
  'wide: no bend': drawn => ({
    ...{ fault: 'underfit', acceptable: [], layers: null },
    ...of(
      { dataset: drawn.one(['circle', 'xor', 'spiral']), files: {} },
      { hidden_layers: widths(drawn, drawn.between(1, 6), [8, 100]), epochs: 80 },
      { activation: 'linear', optimizer: optimizer(drawn), ...batch(drawn) },
      { activation: 'tanh', optimizer: adam(0.01) }
    )
  })
}
