import type { Cell } from '../../corpus/corpusCase'
import { Drawn } from '../../corpus/seeded/drawn'

/** How deep an activation keeps its signal with the weights that are natural to it. */
const DEPTHS = {
  tanh: [2, 8],
  relu: [2, 8],
  leaky_relu: [2, 8],
  elu: [2, 8],
  selu: [2, 10],
  gelu: [2, 5],
  silu: [2, 5],
  mish: [2, 5],
  softsign: [2, 4],
  softplus: [2, 3],
  sigmoid: [2, 2]
} as const satisfies Readonly<Record<string, readonly [number, number]>>
const ACTIVATIONS = Object.keys(DEPTHS) as (keyof typeof DEPTHS)[]

const DATA: readonly ((drawn: Drawn) => Cell)[] = [
  drawn => ({ dataset: { name: drawn.one(['circle', 'xor', 'moons', 'spiral']), samples: 200 } }),
  drawn => ({ dataset: { name: 'gaussian', samples: 200, classes: drawn.between(2, 5) } }),
  () => ({ dataset: { name: 'spiral', samples: 240, classes: 3 } }),
  () => ({ dataset: 'iris' }),
  drawn => ({
    dataset: { name: drawn.one(['sine', 'plane']), samples: 200 },
    loss: drawn.one(['mse', 'half_mse', 'mae'])
  }),
  drawn => ({ dataset: { name: 'moons', samples: 200 }, loss: drawn.one(['binary_crossentropy', 'mse']) })
]

const OPTIMIZERS: readonly ((drawn: Drawn) => Cell)[] = [
  drawn => ({ name: 'sgd', learning_rate: drawn.scale(0.02, 0.1) }),
  drawn => ({ name: 'sgd', learning_rate: drawn.scale(0.01, 0.05), momentum: 0.9 }),
  drawn => ({ name: 'adam', learning_rate: drawn.scale(0.001, 0.01) }),
  drawn => ({ name: 'rmsprop', learning_rate: drawn.scale(0.0005, 0.002) })
]

/** Nets that nothing is wrong with, of at least two hidden layers, each activation with the initializer that is its own. */
export function goodNets(count: number): Cell[] {
  return Array.from({ length: count }, (_, i) => {
    const drawn = new Drawn(`good colours ${i}`, i)
    const activation = ACTIVATIONS[i % ACTIVATIONS.length]!
    return {
      ...DATA[i % DATA.length]!(drawn),
      hidden_layers: drawn.layers(DEPTHS[activation], [8, 16, 32, 64, 96]),
      activation,
      optimizer: drawn.one(OPTIMIZERS)(drawn),
      batch_size: drawn.one([16, 32, 64]),
      epochs: drawn.between(4, 40),
      seed: i
    }
  })
}

const net = (depth: number, activation: string, initializer: unknown, more: Cell = {}): Cell => ({
  dataset: { name: 'moons', samples: 200 },
  hidden_layers: { depth, units: 32 },
  ...{ activation, initializer, epochs: 3, seed: 1 },
  ...more
})
const drawnFrom = (stddev: number) => ({ name: 'random_normal', stddev })

/** Nets whose signal is known to be lost or to explode, by what is wrong with them. */
export const BAD_NETS: Readonly<Record<string, Cell>> = {
  'six layers of sigmoid': net(6, 'sigmoid', 'xavier'),
  'ten layers of sigmoid': net(10, 'sigmoid', 'xavier'),
  'twenty layers of sigmoid': net(20, 'sigmoid', 'xavier'),
  'six layers of tanh from small weights': net(6, 'tanh', drawnFrom(0.05)),
  'ten layers of tanh from weights that are a little too small': net(10, 'tanh', drawnFrom(0.1)),
  'five layers of relu from small weights': net(5, 'relu', drawnFrom(0.05)),
  'gelu from small weights': net(6, 'gelu', drawnFrom(0.05)),
  'relu from large weights': net(6, 'relu', drawnFrom(1)),
  'leaky relu from large weights': net(6, 'leaky_relu', drawnFrom(0.8)),
  'elu from large weights': net(6, 'elu', drawnFrom(1)),
  'no activation, large weights': net(6, 'linear', drawnFrom(0.6)),
  'no activation, small weights': net(6, 'linear', drawnFrom(0.05)),
  'weights of zero': net(3, 'tanh', 'zeros'),
  'small uniform weights': net(6, 'tanh', { name: 'random_uniform', minval: -0.05, maxval: 0.05 }),
  'biases that keep relu below zero': net(3, 'relu', 'he', { bias_initializer: { name: 'constant', value: -10 } }),
  'a rate at which relu blows up': net(4, 'relu', 'he', { optimizer: { name: 'sgd', learning_rate: 100 } })
}
