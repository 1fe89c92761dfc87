import type { Experiment } from './experiment'

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain }

/**
 * The experiment as a cell would state it with nothing left out: parsing the result gives the same experiment. Lists that say
 * the same for every layer shrink to one entry.
 */
export function resolvedCell(experiment: Experiment): { readonly [key: string]: Plain } {
  const { activation, initializer, bias_initializer, hidden_layers, ...rest } = experiment
  const cell = {
    ...rest,
    hidden_layers,
    activation: short(activation),
    initializer: short(initializer),
    bias_initializer: short(bias_initializer)
  }
  return Object.fromEntries(KEY_ORDER.map(key => [key, (cell as Record<string, unknown>)[key] as Plain]))
}

const KEY_ORDER = [
  'name',
  'dataset',
  'hidden_layers',
  'activation',
  'initializer',
  'bias_initializer',
  'loss',
  'optimizer',
  'l1',
  'l2',
  'precision',
  'epochs',
  'batch_size',
  'shuffle',
  'seed',
  'stop'
] as const

type Named = { readonly name: string }

function short(specs: readonly Named[]): Plain {
  const plain = specs.map(spec => (Object.keys(spec).length === 1 ? spec.name : { ...spec })) as Plain[]
  const first = JSON.stringify(plain[0])
  return plain.length > 0 && plain.every(entry => JSON.stringify(entry) === first) ? plain[0]! : plain
}
