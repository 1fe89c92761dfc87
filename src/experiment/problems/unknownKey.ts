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
import { TEXTS } from '../texts/texts'
import { FORMS, HOME_EXAMPLES } from '../texts/examples'

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

/** The key into whose mapping `key` belongs, if a cell has one. */
export const homeOf = (key: string): string | undefined => (Object.hasOwn(HOMES, key) ? HOMES[key] : undefined)

/** The problem of a key that the mapping at `path` does not have. */
export function unknownKey(key: string, path: Path, root: unknown, source: Source): Problem {
  const range = source.rangeOfKey([...path, key])
  const plain = key.replace(/[\s-]/g, '_')
  const home = path.length === 0 ? homeOf(plain) : undefined
  if (home !== undefined)
    return {
      code: 'misplaced-key',
      message: TEXTS.keys.misplaced(plain, home, HOME_EXAMPLES[plain] ?? FORMS.inHome(home, plain)),
      home,
      ...range
    }
  return decimalComma(key, range, source) ?? { code: 'unknown-key', ...unknownKeySentence(key, path, root), ...range }
}

function unknownKeySentence(key: string, path: Path, root: unknown): { message: string; suggestion?: string } {
  const say = (advice: string): string =>
    path.length === 0 ? TEXTS.keys.unknown(key, advice) : TEXTS.keys.unknownIn(key, label(path), advice)
  const explained = explainedKey(key) ?? ofOthers(key, path, root)
  if (explained !== null) return { message: say(explained) }
  const known = knownKeys(path, root)
  const meant = meantKey(key, known)
  if (meant !== null) return { message: say(TEXTS.keys.didYouMean(meant)), suggestion: meant }
  return { message: say(path.length === 0 ? TEXTS.keys.keysOfCell(known) : TEXTS.keys.keysOfMapping(known)) }
}

/** `{lr: 0,1}`: the comma ends the value, and what follows begins another key. */
function decimalComma(key: string, { start, end }: Range, source: Source): Problem | null {
  if (!/^\d+(e[-+]?\d+)?$/i.test(key)) return null
  const [before] = /[-+]?[\d.]+,$/.exec(source.textAt({ start: Math.max(0, start - LONGEST_NUMBER), end: start })) ?? []
  const readings = before === undefined ? [] : numbersIn(before + key)
  const message = readings.length === 0 ? TEXTS.keys.decimalComma : TEXTS.keys.decimalCommaAs(readings)
  const suggestion = suggesting(readings.length === 1 ? readings[0]! : null)
  return { code: 'unknown-key', message, start: start - (before?.length ?? 0), end, ...suggestion }
}

const LONGEST_NUMBER = 40

/** A key that others of the kind have. */
function ofOthers(key: string, path: Path, root: unknown): string | null {
  const names = path.length > 0 ? namesWithKey(path, ourKey(key)) : []
  const own = valueAt(root, [...path, 'name'])
  return names.length > 0 && typeof own === 'string' ? TEXTS.keys.ofOthers(own, names) : null
}

const ourKey = (key: string): string => (Object.hasOwn(KEY_ALIASES, key) ? KEY_ALIASES[key]! : key)
