import type { Cell } from '../corpusCase'
import { bend, easyData, table, type Data, type Drawn } from './drawn'

/** A cell that nothing is wrong with. */
export interface Healthy {
  readonly cell: Cell
  readonly data: Data
  /** true: noise leaves more than half of the loss of a constant answer, whatever the net; false: it learns */
  readonly isNoisy: boolean
}

const NATURAL = ['tanh', 'relu', 'leaky_relu', 'elu', 'selu', 'gelu', 'silu', 'mish', 'softsign'] as const

const usual = (drawn: Drawn): Cell => ({
  hidden_layers: drawn.one<unknown>([
    drawn.layers([1, 3], [8, 16, 32, 64]),
    [drawn.between(6, 40), drawn.between(6, 40)]
  ]),
  activation: drawn.one(NATURAL),
  optimizer: drawn.one<Cell>([
    { name: 'adam', learning_rate: drawn.scale(0.002, 0.01) },
    { name: 'adamw', learning_rate: drawn.scale(0.002, 0.01), weight_decay: 0.01 },
    { name: 'rmsprop', learning_rate: drawn.scale(0.001, 0.005) },
    { name: 'sgd', learning_rate: drawn.scale(0.05, 0.2), momentum: 0.9 },
    { name: 'sgd', learning_rate: drawn.scale(0.1, 0.3) }
  ]),
  batch_size: drawn.one([8, 16, 32, 64])
})

/** Each family of healthy cells. */
export const HEALTHY: Readonly<Record<string, (drawn: Drawn) => Healthy>> = {
  'usual nets': drawn => ({
    cell: { ...usual(drawn), epochs: drawn.one([60, 100, 150]) },
    data: easyData(drawn),
    isNoisy: false
  }),
  'spirals and digits': drawn => {
    const [dataset, epochs] = drawn.one([
      ['spiral', 150],
      ['digits', 8]
    ] as const)
    const optimizer = { name: 'adam', learning_rate: drawn.scale(0.003, 0.01) }
    const cell = { ...usual(drawn), hidden_layers: drawn.layers([1, 3], [24, 32]), optimizer, epochs }
    return { cell, data: { dataset, files: {} }, isNoisy: false }
  },
  'deep nets with natural weights': drawn => ({
    cell: {
      hidden_layers: drawn.layers([6, 12], [16, 24, 32]),
      ...drawn.one<Cell>([
        { activation: 'tanh' },
        { activation: 'relu' },
        { activation: 'gelu', normalization: 'layer' },
        { activation: 'relu', residual: true },
        { activation: 'selu' }
      ]),
      ...{ optimizer: { name: 'adam', learning_rate: drawn.scale(0.001, 0.003) }, epochs: 80 }
    },
    data: easyData(drawn),
    isNoisy: false
  }),
  'raw numbers that a net can live with': drawn => ({
    cell: {
      ...usual(drawn),
      optimizer: { name: 'adam', learning_rate: 0.01 },
      activation: 'relu',
      hidden_layers: [32],
      epochs: 150
    },
    data: (() => {
      const { dataset, files } = table(drawn, { size: drawn.scale(5, 20), centre: 0 }, x =>
        x[0]! + x[1]! > 0 ? 'yes' : 'no'
      )
      return { dataset: { ...(dataset as Cell), standardize: false }, files }
    })(),
    isNoisy: false
  }),
  'losses and outputs that suit': drawn => {
    const squeezed = table(drawn, { size: 1, centre: 0 }, x => (1 / (1 + Math.exp(-2 * bend(x)))).toPrecision(5))
    const rows = table(drawn, { size: 1, centre: 0 }, x => bend(x).toPrecision(5))
    const [data, more] = drawn.one<[Data, Cell]>([
      [squeezed, { output_activation: 'sigmoid', loss: 'mse' }],
      [rows, { loss: 'mae' }],
      [rows, { loss: 'half_mse' }],
      [
        { dataset: 'iris', files: {} },
        { output_activation: 'softmax', loss: 'mse' }
      ],
      [{ dataset: 'moons', files: {} }, { loss: 'binary_crossentropy' }]
    ])
    return {
      cell: {
        ...usual(drawn),
        hidden_layers: [24],
        optimizer: { name: 'adam', learning_rate: 0.01 },
        epochs: 150,
        ...more
      },
      data,
      isNoisy: false
    }
  },
  'noisy numbers': drawn => {
    const noise = drawn.scale(1.5, 3)
    const data = table(drawn, { size: 1, centre: 0 }, x => (0.9 * x[0]! + noise * drawn.normal).toPrecision(5))
    return {
      cell: {
        ...usual(drawn),
        hidden_layers: [drawn.one([4, 8])],
        optimizer: { name: 'adam', learning_rate: 0.005 },
        l2: 0.002,
        batch_size: 16,
        epochs: 60
      },
      data,
      isNoisy: true
    }
  },
  'noisy classes': drawn => {
    const noise = drawn.scale(1.2, 2.5)
    const data = table(drawn, { size: 1, centre: 0 }, x => (x[0]! + noise * drawn.normal > 0 ? 'yes' : 'no'))
    return {
      cell: {
        ...usual(drawn),
        hidden_layers: [drawn.one([4, 8])],
        optimizer: drawn.one<Cell>([
          { name: 'adam', learning_rate: 0.005 },
          { name: 'sgd', learning_rate: 0.1 }
        ]),
        l2: 0.002,
        batch_size: 16,
        epochs: 60
      },
      data,
      isNoisy: true
    }
  },
  'labels without a pattern': drawn => ({
    cell: {
      ...usual(drawn),
      hidden_layers: drawn.layers([1, 4], [16, 32]),
      optimizer: { name: 'sgd', learning_rate: 0.05 },
      epochs: 12
    },
    data: { dataset: { name: 'random', samples: 200, inputs: 16 }, files: {} },
    isNoisy: true
  }),
  'few of one class': drawn => {
    const data = table(drawn, { size: 1, centre: 0 }, x => (x[0]! + 0.3 * drawn.normal > 1.2 ? 'rare' : 'usual'))
    const optimizer = { name: 'adam', learning_rate: drawn.scale(0.005, 0.02) }
    const loss = drawn.one(['categorical_crossentropy', 'binary_crossentropy'])
    const cell = { ...usual(drawn), hidden_layers: [drawn.one([8, 16])], optimizer, loss, epochs: 100 }
    return { cell, data, isNoisy: false }
  },
  'targets of another size that it learns': drawn => {
    const [size, centre] = [drawn.scale(2, 8), drawn.scale(0.5, 4)]
    const data = table(drawn, { size: 1, centre: 0 }, x => (centre + size * bend(x)).toPrecision(5))
    const optimizer = { name: 'adam', learning_rate: 0.01 }
    return { cell: { ...usual(drawn), hidden_layers: [32], optimizer, epochs: 150 }, data, isNoisy: false }
  },
  'normalized nets': drawn => ({
    cell: {
      hidden_layers: drawn.layers([2, 5], [16, 32]),
      ...{ activation: drawn.one(['relu', 'tanh', 'sigmoid']), normalization: drawn.one(['batch', 'layer']) },
      ...{ optimizer: { name: 'adam', learning_rate: drawn.scale(0.003, 0.01) }, epochs: 60 }
    },
    data: easyData(drawn),
    isNoisy: false
  })
}
