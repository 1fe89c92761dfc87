import type { Experiment, Task } from './experiment'
import { isMapping } from './normalize'
import { withData } from './resolve'
import { taskOf } from './schema/dataset'

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

/**
 * Whether `recorded`, the experiment of a record, is what `experiment` resolves to. What only a data file can tell is taken
 * as it was when the record was made; keys that the language did not have then count as their defaults.
 */
export function isSameExperiment(experiment: Experiment, recorded: unknown): boolean {
  const task = taskOf(experiment.dataset) ?? recordedTask(recorded)
  const now = task === null ? experiment : withData(experiment, task)
  return JSON.stringify(ordered(resolvedCell(now))) === JSON.stringify(ordered(completed(recorded)))
}

/** What every experiment was before the language had these keys. */
const ADDED_LATER = { normalization: 'none', residual: false, output_activation: 'linear', compat: null }

/** The same of a CSV file's keys. */
const ADDED_TO_CSV = {
  ...{ inputs: null, ignore: [], categories: [], missing: 'error' },
  ...{ separator: null, decimal: null, header: null, standardize_target: false }
}

/** `recorded` with all keys. */
function completed(recorded: unknown): unknown {
  if (!isMapping(recorded)) return recorded
  const { dataset } = recorded
  const isCsv = isMapping(dataset) && dataset['name'] === 'csv'
  return { ...ADDED_LATER, ...recorded, dataset: isCsv ? { ...ADDED_TO_CSV, ...dataset } : dataset }
}

/** The same value with the keys of every mapping in one order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (!isMapping(value)) return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map(key => [key, ordered(value[key])]))
}

function recordedTask(recorded: unknown): Task | null {
  const task = (recorded as { dataset?: { task?: unknown } } | null)?.dataset?.task
  return task === 'classification' || task === 'regression' ? task : null
}

const KEY_ORDER = [
  'name',
  'dataset',
  'hidden_layers',
  'activation',
  'initializer',
  'bias_initializer',
  'normalization',
  'residual',
  'output_activation',
  'loss',
  'optimizer',
  'l1',
  'l2',
  'precision',
  'epochs',
  'batch_size',
  'shuffle',
  'seed',
  'stop',
  'compat'
] as const

type Named = { readonly name: string }

function short(specs: readonly Named[]): Plain {
  const plain = specs.map(spec => (Object.keys(spec).length === 1 ? spec.name : { ...spec })) as Plain[]
  const first = JSON.stringify(plain[0])
  return plain.length > 0 && plain.every(entry => JSON.stringify(entry) === first) ? plain[0]! : plain
}
