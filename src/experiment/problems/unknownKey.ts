import { explainedKey } from './explained'
import { meantKey } from './meant'
import { KEY_ALIASES } from '../normalize'
import { suggesting, type Problem, type Range } from './problem'
import { knownKeys, namesWithKey } from '../schema/keys'
import type { Path } from '../path'
import type { Source } from '../source'
import { valueAt } from '../valueAt'
import { label } from './words'
import { numbersIn } from './writtenNumber'

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
    [
      ...['samples', 'noise', 'classes', 'inputs', 'test_split', 'standardize', 'csv', 'target', 'task', 'idx', 'npy'],
      ...['ignore', 'categories', 'missing', 'separator', 'decimal', 'header', 'standardize_target']
    ].map(key => [key, 'dataset'])
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
  const plain = key.replace(/[\s-]/g, '_')
  const home = path.length === 0 && Object.hasOwn(HOMES, plain) ? HOMES[plain] : undefined
  if (home !== undefined)
    return {
      code: 'misplaced-key',
      message: `"${plain}" belongs in ${home}: write ${homeExample(home, plain)}`,
      home,
      ...range
    }
  if (path.length === 0 && UNSUPPORTED.includes(key))
    return {
      code: 'unsupported-key',
      message: `"${key}" is not supported by this version of gradnb; remove it`,
      ...range
    }
  return decimalComma(key, range, source) ?? { code: 'unknown-key', ...unknownKeySentence(key, path, root), ...range }
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
  ignore: 'dataset: {csv: data.csv, target: column, ignore: [id]}',
  categories: 'dataset: {csv: data.csv, target: column, categories: [species]}',
  missing: 'dataset: {csv: data.csv, target: column, missing: drop}',
  separator: 'dataset: {csv: data.csv, target: column, separator: semicolon}',
  decimal: 'dataset: {csv: data.csv, target: column, decimal: comma}',
  header: 'dataset: {csv: data.csv, target: 1, header: false}',
  standardize_target: 'dataset: {csv: data.csv, target: column, standardize_target: true}',
  idx: 'dataset: {idx: {images: …, labels: …}}',
  npy: 'dataset: {npy: {inputs: …, labels: …}}'
}

function unknownKeySentence(key: string, path: Path, root: unknown): { message: string; suggestion?: string } {
  const known = knownKeys(path, root)
  const where = path.length === 0 ? '' : ` in ${label(path)}`
  const explained = explainedKey(key) ?? ofOthers(key, path, root)
  if (explained !== null) return { message: `unknown key "${key}"${where}; ${explained}` }
  const suggestion = meantKey(key, known)
  const whose = path.length === 0 ? 'the keys of a cell' : 'its keys'
  const hint = suggestion ? `did you mean "${suggestion}"?` : `${whose} are ${known.join(', ')}`
  return { message: `unknown key "${key}"${where}; ${hint}`, ...suggesting(suggestion) }
}

/** `{lr: 0,1}`: the comma ends the value, and what follows begins another key. */
function decimalComma(key: string, { start, end }: Range, source: Source): Problem | null {
  if (!/^\d+(e[-+]?\d+)?$/i.test(key)) return null
  const [before] = /[-+]?[\d.]+,$/.exec(source.textAt({ start: Math.max(0, start - LONGEST_NUMBER), end: start })) ?? []
  const [one, other] = before === undefined ? [] : numbersIn(before + key)
  const write =
    one === undefined ? 'write 0.1, for example' : `write ${other === undefined ? one : `${one} or ${other}`}`
  const message = `a number has a decimal point, not a comma: ${write}`
  const suggestion = suggesting(other === undefined ? (one ?? null) : null)
  return { code: 'unknown-key', message, start: start - (before?.length ?? 0), end, ...suggestion }
}

const LONGEST_NUMBER = 40

/** A key that others of the kind have. */
function ofOthers(key: string, path: Path, root: unknown): string | null {
  const names = path.length > 0 ? namesWithKey(path, ourKey(key)) : []
  const own = valueAt(root, [...path, 'name'])
  return names.length > 0 && typeof own === 'string'
    ? `${own} does not have it, but ${listed(names)} ${names.length > 1 ? 'do' : 'does'}`
    : null
}

const ourKey = (key: string): string => (Object.hasOwn(KEY_ALIASES, key) ? KEY_ALIASES[key]! : key)

const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('')
