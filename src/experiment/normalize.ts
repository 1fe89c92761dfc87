import { ACTIVATIONS, aliasesIn, DATASETS, INITIALIZERS, LOSSES, OPTIMIZERS } from '../catalogue'

/** Spellings of other libraries, and ours for them. */
export const NAME_ALIASES: Readonly<Record<string, string>> = {
  ...aliasesIn(DATASETS),
  ...aliasesIn(INITIALIZERS),
  ...aliasesIn(ACTIVATIONS),
  ...aliasesIn(OPTIMIZERS),
  ...aliasesIn(LOSSES)
}

/** Other names of keys, and ours for them. */
export const KEY_ALIASES: Readonly<Record<string, string>> = { lr: 'learning_rate' }

/** Values that may be written as the character they stand for. */
const VALUE_ALIASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  separator: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '\\t': 'tab', '|': 'pipe' },
  decimal: { '.': 'point', ',': 'comma' }
}

/** The keys whose value may be a bare name, short for {name: …}, or (the second list) a list of those. */
const NAMED = ['dataset', 'activation', 'initializer', 'bias_initializer', 'optimizer']
const LISTED = ['activation', 'initializer', 'bias_initializer']

type Mapping = Record<string, unknown>

/** Whether a value that was read from YAML or JSON is a mapping. */
export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The cell's plain value in the canonical form that the schema describes: bare names become {name: …} and aliases become our
 * names. A path into the result leads to the same place in the text (`Source.rangeOf` knows both).
 */
export function normalize(cell: Mapping): Mapping {
  const result: Mapping = { ...cell }
  for (const key of NAMED) {
    if (!(key in result)) continue
    const value = result[key]
    result[key] = LISTED.includes(key) && Array.isArray(value) ? value.map(named) : named(value)
  }
  return result
}

function named(value: unknown): unknown {
  if (typeof value === 'string') return { name: ourName(value) }
  if (!isMapping(value)) return value
  return Object.fromEntries([...nameByKey(value), ...Object.entries(value).map(([key, inner]) => renamed(key, inner))])
}

/** The keys that say by themselves what a mapping without a name is: {csv: path}, {safetensors: path}. */
const NAMING_KEYS = ['csv', 'idx', 'npy', 'safetensors']

function nameByKey(value: Mapping): [string, unknown][] {
  const key = 'name' in value ? undefined : NAMING_KEYS.find(key => key in value)
  return key === undefined ? [] : [['name', key]]
}

const renamed = (key: string, value: unknown): [string, unknown] => [
  Object.hasOwn(KEY_ALIASES, key) ? KEY_ALIASES[key]! : key,
  key === 'name' && typeof value === 'string' ? ourName(value) : ourValue(key, value)
]

function ourValue(key: string, value: unknown): unknown {
  const aliases = Object.hasOwn(VALUE_ALIASES, key) ? VALUE_ALIASES[key]! : {}
  return typeof value === 'string' && Object.hasOwn(aliases, value) ? aliases[value] : value
}

const ourName = (name: string): string => (Object.hasOwn(NAME_ALIASES, name) ? NAME_ALIASES[name]! : name)
