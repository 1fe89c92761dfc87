import { nearest } from './nearest'
import type { Problem } from './problem'
import { knownKeys } from './schema/keys'
import type { Path, Source } from './source'
import { label } from './words'

/** Keys that people put at the top and that belong into another key's mapping. */
const HOMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'lr',
      'learning_rate',
      'momentum',
      'nesterov',
      'rho',
      'beta_1',
      'beta_2',
      'weight_decay',
      'clipnorm',
      'clipvalue'
    ].map(key => [key, 'optimizer'])
  ),
  ...Object.fromEntries(
    ['samples', 'noise', 'classes', 'inputs', 'test_split', 'standardize', 'csv', 'target', 'task', 'idx'].map(key => [
      key,
      'dataset'
    ])
  ),
  ...Object.fromEntries(
    ['gain', 'stddev', 'mean', 'minval', 'maxval', 'sigma_w2', 'sigma_b2', 'safetensors'].map(key => [
      key,
      'initializer'
    ])
  ),
  ...Object.fromEntries(['depth', 'units'].map(key => [key, 'hidden_layers']))
}

/** Keys of the language that this version does not run yet. */
const UNSUPPORTED = ['sweep', 'seeds', 'extends', 'compare']

/** The problem of a key that the mapping at `path` does not have. */
export function unknownKey(key: string, path: Path, root: unknown, source: Source): Problem {
  const range = source.rangeOfKey([...path, key])
  const home = path.length === 0 && Object.hasOwn(HOMES, key) ? HOMES[key] : undefined
  if (home !== undefined)
    return {
      code: 'misplaced-key',
      message: `"${key}" belongs into ${home}: write ${homeExample(home, key)}`,
      home,
      ...range
    }
  if (path.length === 0 && UNSUPPORTED.includes(key))
    return {
      code: 'unsupported-key',
      message: `"${key}" is not supported by this version of gradnb; remove it`,
      ...range
    }
  return { code: 'unknown-key', ...unknownKeySentence(key, path, root), ...range }
}

const homeExample = (home: string, key: string): string => EXAMPLES[key] ?? `${home}: {name: …, ${key}: …}`

const CSV_EXAMPLE = 'dataset: {csv: data.csv, target: column}'
const MEAN_FIELD_EXAMPLE = 'initializer: {name: mean_field, sigma_w2: 1.5, sigma_b2: 0.05}'
const LAYERS_EXAMPLE = 'hidden_layers: {depth: 3, units: 32}'

/** Where the general form would mislead. */
const EXAMPLES: Readonly<Record<string, string>> = {
  depth: LAYERS_EXAMPLE,
  units: LAYERS_EXAMPLE,
  safetensors: 'initializer: {safetensors: weights.safetensors}',
  sigma_w2: MEAN_FIELD_EXAMPLE,
  sigma_b2: MEAN_FIELD_EXAMPLE,
  csv: CSV_EXAMPLE,
  target: CSV_EXAMPLE,
  task: 'dataset: {csv: data.csv, target: column, task: regression}',
  idx: 'dataset: {idx: {images: …, labels: …}}'
}

function unknownKeySentence(key: string, path: Path, root: unknown): { message: string; suggestion?: string } {
  const known = knownKeys(path, root)
  const suggestion = nearest(key, known)
  const hint = suggestion ? `did you mean "${suggestion}"?` : `known are ${known.join(', ')}`
  const where = path.length === 0 ? '' : ` in ${label(path)}`
  return { message: `unknown key "${key}"${where}; ${hint}`, ...(suggestion ? { suggestion } : {}) }
}
