import type { Cell } from '../corpusCase'
import type { Data, Drawn } from './drawn'
import type { Healthy } from './healthy'
import { KEEPING, optimizer, precision, standardTable, wideClasses, wideData, wideTable, widths } from './wideDrawn'

/* Cells that nothing is wrong with, over far wider ranges than those that rules were chosen by. */

const net = (drawn: Drawn, depth: readonly [number, number] = [1, 4]): Cell => ({
  hidden_layers: widths(drawn, drawn.between(...depth), [6, 128]),
  activation: drawn.one(KEEPING),
  optimizer: optimizer(drawn),
  ...precision(drawn)
})

const numbers = (drawn: Drawn, target: (x: readonly number[]) => number): Data =>
  standardTable(drawn, drawn.one([100, 300, 800]), x => target(x).toPrecision(5))

/** A count of rare events with this mean. */
function poisson(drawn: Drawn, mean: number): number {
  const left = Math.exp(-mean)
  let count = 0
  for (let product = drawn.uniform; product > left; product *= drawn.uniform) count++
  return count
}

export const WIDE_HEALTHY: Readonly<Record<string, (drawn: Drawn) => Healthy>> = {
  'wide: any net': drawn => ({
    cell: { ...net(drawn), epochs: drawn.one([60, 120]), batch_size: drawn.one([1, 4, 16, 64]) },
    data: wideData(drawn),
    isNoisy: false
  }),
  'wide: full batches': drawn => ({
    cell: { ...net(drawn, [1, 3]), epochs: 600, batch_size: 2000 },
    data: wideData(drawn),
    isNoisy: false
  }),
  'wide: extremely wide and narrow': drawn => ({
    cell: { ...net(drawn), hidden_layers: widths(drawn, drawn.between(1, 4), [2, 512]), epochs: 60 },
    data: wideClasses(drawn),
    isNoisy: false
  }),
  'wide: very deep': drawn => ({
    cell: {
      ...{ hidden_layers: { depth: drawn.between(15, 50), units: drawn.one([16, 32, 64]) } },
      ...drawn.one<Cell>([
        { activation: drawn.one(['tanh', 'relu', 'gelu', 'silu']), residual: true },
        { activation: drawn.one(['tanh', 'relu', 'elu']), residual: true, normalization: 'layer' },
        { activation: 'selu' },
        { activation: 'tanh', initializer: 'orthogonal' }
      ]),
      ...{ optimizer: { name: 'adam', learning_rate: drawn.scale(0.0003, 0.002) }, epochs: 40 }
    },
    data: wideClasses(drawn),
    isNoisy: false
  }),
  'wide: a handful of samples': drawn => ({
    cell: { ...net(drawn, [1, 2]), epochs: 300, batch_size: drawn.one([4, 32]) },
    data: standardTable(drawn, drawn.between(8, 24), x =>
      drawn.name.length % 2 === 0 ? (x[0]! - x[1]!).toPrecision(4) : x[0]! > x[1]! ? 'a' : 'b'
    ),
    isNoisy: false
  }),
  'wide: short runs': drawn => ({
    cell: { ...net(drawn, [1, 2]), epochs: drawn.between(1, 3), batch_size: drawn.one([4, 8]) },
    data: drawn.one<Data>([
      { dataset: 'digits', files: {} },
      { dataset: { name: 'moons', samples: 2000 }, files: {} }
    ]),
    isNoisy: false
  }),
  'wide: long runs': drawn => ({
    cell: { ...net(drawn, [1, 2]), epochs: 1000, batch_size: 32 },
    data: standardTable(drawn, 60, x => (x[0]! + drawn.normal > 0 ? 'a' : 'b')),
    isNoisy: false
  }),
  'wide: odd targets': drawn => {
    const kind = drawn.one<(x: readonly number[]) => number>([
      x => Math.exp(1.2 * x[0]!),
      x => Math.sign(x[0]! + x[1]!) * 3,
      x => Math.round(2 * Math.exp(0.7 * x[0]!)),
      x => -6 + x[0]! + 2 * x[1]!,
      x => 0.05 * (x[0]! + x[1]! * x[2]!)
    ])
    return {
      cell: { ...net(drawn, [1, 3]), loss: drawn.one(['mse', 'mae', 'half_mse']), epochs: 150 },
      data: numbers(drawn, kind),
      isNoisy: false
    }
  },
  'wide: shares': drawn => ({
    cell: { ...net(drawn, [1, 3]), output_activation: 'sigmoid', loss: drawn.one(['mse', 'mae']), epochs: 150 },
    data: numbers(drawn, x => 1 / (1 + Math.exp(-2 * (x[0]! + x[1]!)))),
    isNoisy: false
  }),
  'wide: few of one class': drawn => ({
    cell: { ...net(drawn, [1, 2]), loss: drawn.one(['categorical_crossentropy', 'binary_crossentropy']), epochs: 120 },
    data: standardTable(drawn, 500, x => (x[0]! + 0.3 * x[1]! > 1.9 ? 'rare' : 'usual')),
    isNoisy: false
  }),
  'wide: no hidden layer': drawn => ({
    cell: { hidden_layers: [], optimizer: optimizer(drawn), epochs: 100 },
    data: standardTable(drawn, 300, x =>
      drawn.name.length % 2 === 0 ? (x[0]! - 0.5 * x[1]!).toPrecision(4) : x[0]! > x[1]! ? 'a' : 'b'
    ),
    isNoisy: false
  }),
  'wide: mixed columns that it learns': drawn => ({
    cell: { ...net(drawn, [1, 2]), optimizer: { name: 'adam', learning_rate: 0.005 }, epochs: 150 },
    data: (() => {
      const { dataset, files } = wideTable(drawn, {
        ...{ samples: 300, inputs: 5, sizes: i => [1, 8, 30, 0.1, 2][i]!, centres: i => [0, 5, 20, 0, 1][i]! },
        target: x => (x[0]! + x[1]! > 0 ? 'a' : 'b')
      })
      return { dataset: { ...(dataset as Cell), standardize: false }, files }
    })(),
    isNoisy: false
  }),
  'wide: noisy counts': drawn => ({
    cell: { ...net(drawn, [1, 2]), epochs: 60, batch_size: 16, l2: 0.002 },
    data: standardTable(drawn, 400, x => poisson(drawn, Math.exp(0.3 + 0.25 * x[0]!))),
    isNoisy: true
  }),
  'wide: noisy numbers': drawn => ({
    cell: {
      ...net(drawn, [1, 2]),
      loss: drawn.one(['mse', 'mae', 'half_mse']),
      epochs: drawn.one([30, 80]),
      batch_size: drawn.one([8, 32])
    },
    data: numbers(drawn, x => 0.6 * x[0]! + drawn.scale(1, 2) * drawn.normal),
    isNoisy: true
  }),
  'wide: noisy classes': drawn => ({
    cell: { ...net(drawn, [1, 2]), epochs: drawn.one([30, 80]), batch_size: drawn.one([4, 16, 64]) },
    data: standardTable(drawn, drawn.one([300, 800]), x => {
      const z = x[0]! + 1.5 * drawn.normal
      return z > 0.7 ? 'a' : z < -0.7 ? 'b' : 'c'
    }),
    isNoisy: true
  }),
  'wide: labels without a pattern': drawn => ({
    cell: { ...net(drawn, [1, 3]), epochs: 15 },
    data: { dataset: { name: 'random', samples: 300, inputs: drawn.between(4, 40) }, files: {} },
    isNoisy: true
  })
}
