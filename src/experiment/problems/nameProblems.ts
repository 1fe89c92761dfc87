import { explainedName } from './explained'
import { meantName } from './meant'
import { suggesting, type Problem } from './problem'
import { namesOf, takesList } from '../schema/keys'
import type { Path } from '../path'
import type { Source } from '../source'
import { isMappingOrList, label, quoted, shortened } from './words'

/** What a key's values are called in a sentence. */
const KINDS: Readonly<Record<string, string>> = {
  bias_initializer: 'initializer',
  dataset: 'data set'
}

function kindOf(path: Path): string {
  const keys = path.filter(step => typeof step === 'string' && step !== 'name') as string[]
  return KINDS[keys.at(-1) ?? ''] ?? keys.at(-1) ?? 'name'
}

/** A name that is none of `names`, or a mapping that has none. */
export function unknownName(
  value: unknown,
  names: readonly string[],
  path: Path,
  root: unknown,
  source: Source
): Problem {
  if (value === undefined) return missingName(names, path, root, source)
  const kind = kindOf(path)
  const { sentence, write } = adviceFor(value, names, path, kind)
  const message = `unknown ${kind} ${quoted(value)}; ${sentence}`
  return { code: 'unknown-name', message, ...source.rangeOf(path), ...suggesting(write ?? null) }
}

interface Advice {
  readonly sentence: string
  readonly write?: string
}

function adviceFor(value: unknown, names: readonly string[], path: Path, kind: string): Advice {
  const known = { sentence: `choose one of ${names.join(', ')}` }
  if (typeof value !== 'string' && typeof value !== 'number') return known
  const word = String(value)
  const meant = meantName(word, names)
  return (
    explainedName(kind, word) ??
    severalNames(word, names, path) ??
    fileName(word, path) ??
    withOptions(word, names) ??
    (meant === null ? known : { sentence: `did you mean "${meant}"?`, write: meant })
  )
}

/** `sigmoid tanh` or `sigmoid, tanh` for a list. */
function severalNames(word: string, names: readonly string[], path: Path): Advice | null {
  const parts = word.split(/[\s,;+]+/).filter(part => part !== '')
  if (parts.length < 2 || !parts.every(part => names.includes(part)) || !takesList(path)) return null
  const list = parts.join(', ')
  const write = path.some(step => typeof step === 'number') ? list : `[${list}]`
  return { sentence: `put several in a list, with commas: [${list}]`, write }
}

/** `dataset: data.csv`. */
function fileName(word: string, path: Path): Advice | null {
  if (path[0] === 'dataset' && /\.(csv|tsv|txt)$/i.test(word)) {
    const write = `{csv: ${word}, target: column}`
    return { sentence: `for a file, give its path and the column to predict: ${write}`, write }
  }
  if (path[0] === 'dataset' && /\.(npy|npz)$/i.test(word)) {
    const write = /z$/i.test(word)
      ? `{npy: {inputs: ${word}/x, labels: ${word}/y}}`
      : `{npy: {inputs: ${word}, labels: labels.npy}}`
    return { sentence: `for NumPy arrays, give that of the inputs and that of the labels: ${write}`, write }
  }
  if (!/initializer$/.test(String(path[0])) || !/\.safetensors$/i.test(word)) return null
  return { sentence: `for a file write {safetensors: ${word}}`, write: `{safetensors: ${word}}` }
}

/** `sgd(0.1)`, as a function is called. */
function withOptions(word: string, names: readonly string[]): Advice | null {
  const name = names.find(name => word.startsWith(`${name}(`))
  return name === undefined ? null : { sentence: `settings go in braces: {name: ${name}, …}` }
}

/** `{lr: 0.1}`, `{sgd: 0.1}` or `{name:sgd}`. */
function missingName(names: readonly string[], path: Path, root: unknown, source: Source): Problem {
  const range = source.rangeOf(path)
  const keys = Object.keys((valueOf(root, path) ?? {}) as object)
  const asKey = keys.find(key => names.includes(key))
  const glued = keys.map(key => /^name:(\S+)$/.exec(key)?.[1]).find(name => name !== undefined)
  const kind = kindOf(path)
  const message = missingSentence(
    { glued, asKey, isFile: keys.some(key => key === 'path' || key === 'file') },
    kind,
    names
  )
  return { code: 'missing-name', message, ...range }
}

interface Clues {
  readonly glued: string | undefined
  readonly asKey: string | undefined
  readonly isFile: boolean
}

function missingSentence({ glued, asKey, isFile }: Clues, kind: string, names: readonly string[]): string {
  if (glued !== undefined) return `add a space after the colon: {name: ${glued}, …}`
  if (asKey !== undefined) return `${asKey} is the name of the ${kind}: write {name: ${asKey}, …}`
  if (isFile && kind === 'data set')
    return 'the key must say what kind of file it is: write {csv: data.csv, target: column}'
  return `${kind} needs a name; choose one of ${names.join(', ')}`
}

/** The path may end with `name`, which is not there. */
function valueOf(root: unknown, path: Path): unknown {
  const owner = path.at(-1) === 'name' ? path.slice(0, -1) : path
  return owner.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step],
    root
  )
}

/** Something else where a name belongs, as a number, or nothing yet. */
export function noName(value: unknown, path: Path, source: Source): Problem {
  const names = namesOf(String(path[0]))
  const what = value === null ? 'has no value yet' : `must be a name, not ${quoted(value)}`
  const message = `${label(path)} ${what}; choose one of ${names.join(', ')}`
  return { code: 'wrong-type', message, ...source.rangeOf(path) }
}

/** A cell's name with a blank or a sign in it. */
export function badName(value: unknown, path: Path, source: Source): Problem {
  const plain = String(value)
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replace(/^([\p{M}\p{N}-]|$)/u, '_$1')
  const rule = `a ${label(path)} starts with a letter and contains only letters, digits, _ and -`
  if (isMappingOrList(value)) return { code: 'wrong-format', message: rule, ...source.rangeOf(path) }
  const message = `${rule}; write ${shortened(plain)} instead of ${quoted(value)}`
  return { code: 'wrong-format', message, ...source.rangeOf(path), suggestion: plain }
}
