import type { Cell } from '../corpusCase'
import { bend, bentClasses, easyClasses, easyData, table } from './drawn'
import { ADAM, adam, of, sgd, type Family } from './fault'

/** Faults of data, loss, rate, penalty and time. */
export const TRAINING_FAULTS: Readonly<Record<string, Family>> = {
  /** steps beyond the valley */
  'large rate': drawn => {
    const hidden_layers = drawn.layers([1, 4], [8, 16, 32])
    const activation = drawn.one(['relu', 'tanh', 'gelu', 'leaky_relu'])
    const optimizer = drawn.one([
      sgd(drawn.scale(8, 80)),
      sgd(drawn.scale(2, 20), { momentum: 0.9 }),
      adam(drawn.scale(0.5, 5))
    ])
    return {
      fault: 'learning_rate_too_large',
      acceptable: ['nonfinite', 'dead_relu', 'saturation', 'oscillating_loss'],
      layers: null,
      ...of(easyData(drawn), { hidden_layers, activation, epochs: 30 }, { optimizer }, { optimizer: ADAM })
    }
  },
  /** steps that lead nowhere in the time that is given */
  'small rate': drawn => {
    const hidden_layers = drawn.layers([1, 3], [8, 16, 32])
    const activation = drawn.one(['relu', 'tanh', 'elu', 'silu'])
    const optimizer = drawn.one([
      sgd(drawn.scale(1e-6, 3e-4)),
      adam(drawn.scale(1e-7, 1e-5)),
      sgd(drawn.scale(1e-6, 3e-5), { momentum: 0.9 })
    ])
    return {
      ...{ fault: 'learning_rate_too_small', acceptable: ['underfit'], layers: null },
      ...of(easyData(drawn), { hidden_layers, activation, epochs: 40 }, { optimizer }, { optimizer: ADAM })
    }
  },
  /** raw inputs in the hundreds and thousands */
  'raw inputs': drawn => {
    const data = table(drawn, { size: drawn.scale(30, 3000), centre: drawn.scale(10, 3000) }, x =>
      bend(x) > 0 ? 'yes' : 'no'
    )
    const base = {
      hidden_layers: drawn.layers([1, 2], [8, 16]),
      activation: drawn.one(['relu', 'tanh', 'sigmoid']),
      epochs: 40
    }
    const dataset = { ...(data.dataset as Cell), standardize: false }
    return {
      fault: 'input_scale',
      acceptable: ['dead_relu', 'saturation', 'learning_rate_too_large', 'nonfinite'],
      layers: [1],
      ...of(data, base, { dataset, optimizer: drawn.one([sgd(0.1), adam(0.001)]) }, { optimizer: adam(0.01) })
    }
  },
  /** targets in the hundreds and thousands, or in the thousandths, under a squared error */
  'raw targets': drawn => {
    const [size, centre] = [drawn.scale(100, 30000), drawn.scale(100, 100000)]
    const data = table(drawn, { size: 1, centre: 0 }, x => (centre + size * bend(x)).toPrecision(7))
    const base = { hidden_layers: drawn.layers([1, 2], [16, 32]), activation: drawn.one(['relu', 'tanh']), epochs: 40 }
    const dataset = { ...(data.dataset as Cell), standardize_target: true }
    return {
      fault: 'target_scale',
      acceptable: ['nonfinite', 'learning_rate_too_large', 'learning_rate_too_small', 'dead_relu', 'saturation'],
      layers: null,
      ...of(data, base, { optimizer: drawn.one([sgd(0.01), adam(0.001)]) }, { dataset, optimizer: adam(0.01) })
    }
  },
  /** a sigmoid or softmax before a loss that has one */
  'activation before cross-entropy': drawn => {
    const loss = drawn.one(['categorical_crossentropy', 'binary_crossentropy'])
    const data =
      loss === 'binary_crossentropy'
        ? { dataset: drawn.one(['circle', 'moons', 'xor']), files: {} }
        : easyClasses(drawn)
    const output_activation = drawn.one(
      loss === 'binary_crossentropy' ? ['sigmoid', 'relu', 'tanh'] : ['softmax', 'sigmoid', 'relu']
    )
    const base = {
      hidden_layers: drawn.layers([1, 2], [8, 16]),
      activation: drawn.one(['relu', 'tanh']),
      epochs: 40,
      loss
    }
    const depth = base.hidden_layers.depth
    return {
      ...{ fault: 'loss_or_task', acceptable: [], layers: [depth + 1] },
      ...of(data, base, { output_activation, optimizer: drawn.one([sgd(0.1), ADAM]) }, { optimizer: adam(0.01) })
    }
  },
  /** an output that cannot reach the targets */
  'output out of reach': drawn => {
    const output_activation = drawn.one(['sigmoid', 'softmax', 'relu', 'tanh'])
    const shift = output_activation === 'relu' ? -4 : output_activation === 'tanh' ? 3 : -1
    const data = table(drawn, { size: 1, centre: 0 }, x => (shift + 2 * bend(x)).toPrecision(5))
    const base = { hidden_layers: drawn.layers([1, 2], [16, 32]), activation: drawn.one(['relu', 'tanh']), epochs: 40 }
    const loss = drawn.one(['mse', 'mae', 'half_mse'])
    return {
      ...{ fault: 'loss_or_task', acceptable: ['dead_relu'], layers: [base.hidden_layers.depth + 1] },
      ...of(
        data,
        { ...base, loss },
        { output_activation, optimizer: drawn.one([sgd(0.05), ADAM]) },
        { optimizer: adam(0.01) }
      )
    }
  },
  /** a penalty that outweighs the loss */
  'heavy penalty': drawn => {
    const base = {
      hidden_layers: drawn.layers([1, 3], [8, 16, 32]),
      activation: drawn.one(['relu', 'tanh']),
      epochs: 40
    }
    const heavy = drawn.one([
      { l2: drawn.scale(0.3, 3), optimizer: sgd(0.1) },
      { optimizer: sgd(0.1, { weight_decay: drawn.scale(0.5, 3) }) },
      { optimizer: { name: 'adamw', learning_rate: 0.01, weight_decay: drawn.scale(5, 50) } },
      { l1: drawn.scale(0.1, 1), optimizer: sgd(0.1) }
    ])
    return {
      fault: 'underfit',
      acceptable: [],
      layers: null,
      ...of(easyClasses(drawn), base, heavy, { optimizer: adam(0.01) })
    }
  },
  /** layers without a bend, where the data has one */
  'no bend': drawn => ({
    ...{ fault: 'underfit', acceptable: [], layers: null },
    ...of(
      { dataset: drawn.one(['circle', 'xor', 'spiral']), files: {} },
      { hidden_layers: drawn.layers([1, 4], [8, 16, 32]), epochs: 60, optimizer: adam(0.01) },
      { activation: 'linear' },
      { activation: 'tanh' }
    )
  }),
  /** training that ends when it has hardly begun */
  'few steps': drawn => ({
    ...{ fault: 'underfit', acceptable: ['learning_rate_too_small'], layers: null },
    ...of(
      easyData(drawn),
      {
        hidden_layers: drawn.layers([1, 3], [8, 16]),
        activation: drawn.one(['relu', 'tanh']),
        optimizer: drawn.one([sgd(0.05), adam(0.001)])
      },
      { epochs: drawn.between(1, 3), batch_size: drawn.one([32, 64]) },
      { epochs: 300, optimizer: ADAM }
    )
  }),
  /** classes that are trained as if they were amounts */
  'classes as numbers': drawn => {
    const classes = drawn.between(4, 8)
    const centres = Array.from({ length: classes }, (_, i) => i)
    const order = Int32Array.from(centres, i => (i * 3 + 1) % (classes + (classes % 3 === 0 ? 1 : 0)))
    const data = table(drawn, { size: 1, centre: 0 }, x => {
      const angle = Math.atan2(x[0]!, x[1]!) / Math.PI / 2 + 0.5
      return order[Math.min(classes - 1, Math.floor(angle * classes))]!
    })
    const dataset = data.dataset as Cell
    return {
      ...{ fault: 'loss_or_task', acceptable: ['underfit'], layers: null },
      ...of(
        data,
        { hidden_layers: drawn.layers([1, 1], [8, 16]), activation: 'relu', epochs: 60 },
        { dataset: { ...dataset, task: 'regression' }, optimizer: drawn.one([sgd(0.01), adam(0.001)]) },
        { dataset: { ...dataset, task: 'classification' }, hidden_layers: [32, 32], optimizer: adam(0.01) }
      )
    }
  },
  /** inputs in the thousandths: z is so small that all layers are linear and nothing moves */
  'tiny inputs': drawn => {
    const data = table(drawn, { size: drawn.scale(1e-5, 3e-3), centre: 0 }, x => (bend(x) > 0 ? 'yes' : 'no'))
    const base = { hidden_layers: drawn.layers([1, 3], [8, 16]), activation: drawn.one(['relu', 'tanh']), epochs: 40 }
    const dataset = { ...(data.dataset as Cell), standardize: false }
    return {
      fault: 'input_scale',
      acceptable: ['learning_rate_too_small', 'vanishing_signal'],
      layers: [1],
      ...of(data, base, { dataset, optimizer: drawn.one([sgd(0.1), sgd(0.01)]) }, { optimizer: adam(0.01) })
    }
  },
  /** so few samples a step, at such a rate, that steps undo each other */
  'noisy steps': drawn => {
    const hidden_layers = drawn.layers([1, 3], [16, 32])
    const activation = drawn.one(['relu', 'tanh'])
    const optimizer = drawn.one([
      sgd(drawn.scale(0.8, 3)),
      sgd(drawn.scale(0.2, 0.8), { momentum: 0.9 }),
      adam(drawn.scale(0.1, 0.5))
    ])
    return {
      fault: 'learning_rate_too_large',
      acceptable: ['oscillating_loss', 'dead_relu', 'nonfinite', 'saturation'],
      layers: null,
      ...of(
        bentClasses(drawn),
        { hidden_layers, activation, epochs: 40 },
        { optimizer, batch_size: drawn.one([1, 2]) },
        { optimizer: ADAM }
      )
    }
  }
}
