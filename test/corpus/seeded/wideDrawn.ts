import type { Cell, Files } from '../corpusCase'
import type { Data, Drawn } from './drawn'

/* What the wide families are made of: far more kinds of nets, data and optimizers than those that rules were chosen by. */

/** Activations that keep a signal's size with the initializer that a cell takes by default. */
export const KEEPING = ['tanh', 'relu', 'leaky_relu', 'elu', 'selu', 'gelu', 'silu', 'mish', 'softsign'] as const
/** Those that do not bound what they pass on. */
export const UNBOUNDED = ['relu', 'leaky_relu', 'elu', 'selu', 'gelu', 'silu', 'mish', 'linear'] as const

/** Unequal widths, evenly over the decades. */
export const widths = (drawn: Drawn, depth: number, [from, to]: readonly [number, number]): number[] =>
  Array.from({ length: depth }, () => Math.round(drawn.scale(from, to)))

/** Every optimizer at a rate that people use with it, times `factor`. */
export function optimizer(drawn: Drawn, factor = 1): Cell {
  const [name, rate, more] = drawn.one<readonly [string, number, Cell?]>([
    ['sgd', 0.1],
    ['sgd', 0.03, { momentum: 0.9 }],
    ['sgd', 0.03, { momentum: 0.9, nesterov: true }],
    ['adam', 0.003],
    ['adamw', 0.003, { weight_decay: 0.01 }],
    ['rmsprop', 0.002],
    ['adagrad', 0.05],
    ['lion', 0.0005]
  ])
  return { name, learning_rate: Number((rate * factor).toPrecision(3)), ...more }
}

export const precision = (drawn: Drawn): Cell => (drawn.uniform < 0.3 ? { precision: 'float64' } : {})

/** What a table is to hold. */
interface Wanted {
  readonly samples: number
  readonly inputs: number
  /** of each column */
  readonly sizes: (column: number) => number
  readonly centres: (column: number) => number
  /** from inputs of size 1 */
  readonly target: (x: readonly number[]) => string | number
}

/** A table of `inputs` columns of their own sizes and centres. */
export function wideTable(
  drawn: Drawn,
  { samples, inputs, sizes, centres, target }: Wanted
): Data & { readonly files: Files } {
  const columns = Array.from({ length: inputs }, (_, column) => [sizes(column), centres(column)] as const)
  const rows = Array.from({ length: samples }, () => {
    const x = columns.map(() => drawn.normal)
    return [...x.map((value, i) => (columns[i]![1] + columns[i]![0] * value).toPrecision(6)), target(x)].join(',')
  })
  const names = [...columns.map((_, i) => `x${i}`), 'y']
  return {
    dataset: { csv: 'data.csv', target: 'y' },
    files: { 'data.csv': [names.join(','), ...rows].join('\n') }
  }
}

/** A table of standard columns, with a bent target. */
export const standardTable = (drawn: Drawn, samples: number, target: Wanted['target']): Data =>
  wideTable(drawn, { samples, inputs: drawn.between(3, 12), sizes: () => 1, centres: () => 0, target })

const toyNames = ['circle', 'xor', 'moons', 'gaussian'] as const

/** Classes: toys with more or fewer samples and classes, or a table. */
export const wideClasses = (drawn: Drawn): Data =>
  drawn.uniform < 0.6
    ? { dataset: { name: drawn.one(toyNames), samples: drawn.one([60, 200, 600, 1500]) }, files: {} }
    : standardTable(drawn, drawn.one([60, 200, 600]), x =>
        drawn.uniform < 0.02 ? 'a' : x[0]! + x[1]! * x[2]! > 0.4 ? 'a' : x[0]! < -0.8 ? 'b' : 'c'
      )

/** The same, or numbers. */
export const wideData = (drawn: Drawn): Data =>
  drawn.uniform < 0.65
    ? wideClasses(drawn)
    : standardTable(drawn, drawn.one([60, 200, 600]), x => (x[0]! + 0.6 * x[1]! * x[1]! - 0.5 * x[2]!).toPrecision(5))
