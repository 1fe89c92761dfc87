import { explainedName } from './explained'
import { meantName } from './meant'
import { suggesting, type Problem } from './problem'
import { namesOf, takesList } from '../schema/keys'
import type { Path } from '../path'
import type { Source } from '../source'
import { isMappingOrList, label, quoted, shortened } from './words'
import { TEXTS } from '../texts/texts'
import { FORMS } from '../texts/examples'
import { type ExplainedName } from '../texts/names'

/** The key whose values a name is one of. */
const keyOf = (path: Path): string | undefined =>
  (path.filter(step => typeof step === 'string' && step !== 'name') as string[]).at(-1)

/** What that key's values are called in a sentence. */
function kindOf(path: Path): string {
  const key = keyOf(path) ?? 'name'
  return TEXTS.names.kinds[key] ?? key
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
  const { sentence, write } = adviceFor(value, names, path)
  const message = TEXTS.names.unknown(kindOf(path), quoted(value), sentence)
  return { code: 'unknown-name', message, ...source.rangeOf(path), ...suggesting(write ?? null) }
}

function adviceFor(value: unknown, names: readonly string[], path: Path): ExplainedName {
  const known = { sentence: TEXTS.names.chooseOneOf(names) }
  if (typeof value !== 'string' && typeof value !== 'number') return known
  const word = String(value)
  const meant = meantName(word, names)
  return (
    explainedName(keyOf(path) ?? '', word) ??
    severalNames(word, names, path) ??
    fileName(word, path) ??
    withOptions(word, names) ??
    (meant === null ? known : { sentence: TEXTS.names.didYouMean(meant), write: meant })
  )
}

/** `sigmoid tanh` or `sigmoid, tanh` for a list. */
function severalNames(word: string, names: readonly string[], path: Path): ExplainedName | null {
  const parts = word.split(/[\s,;+]+/).filter(part => part !== '')
  if (parts.length < 2 || !parts.every(part => names.includes(part)) || !takesList(path)) return null
  const list = parts.join(', ')
  const isInList = path.some(step => typeof step === 'number')
  return { sentence: TEXTS.names.severalInList(`[${list}]`), write: isInList ? list : `[${list}]` }
}

/** `dataset: data.csv`. */
function fileName(word: string, path: Path): ExplainedName | null {
  if (path[0] === 'dataset' && /\.(csv|tsv|txt)$/i.test(word)) {
    const write = FORMS.csv(word)
    return { sentence: TEXTS.names.csvFile(write), write }
  }
  if (path[0] === 'dataset' && /\.(npy|npz)$/i.test(word)) {
    const write = /z$/i.test(word) ? FORMS.npz(word) : FORMS.npy(word)
    return { sentence: TEXTS.names.arrays(write), write }
  }
  if (!/initializer$/.test(String(path[0])) || !/\.safetensors$/i.test(word)) return null
  const write = FORMS.safetensors(word)
  return { sentence: TEXTS.names.weightsFile(write), write }
}

/** `sgd(0.1)`, as a function is called. */
function withOptions(word: string, names: readonly string[]): ExplainedName | null {
  const name = names.find(name => word.startsWith(`${name}(`))
  return name === undefined ? null : { sentence: TEXTS.names.asCall(name) }
}

/** `{lr: 0.1}`, `{sgd: 0.1}` or `{name:sgd}`. */
function missingName(names: readonly string[], path: Path, root: unknown, source: Source): Problem {
  const range = source.rangeOf(path)
  const keys = Object.keys((valueOf(root, path) ?? {}) as object)
  const asKey = keys.find(key => names.includes(key))
  const glued = keys.map(key => /^name:(\S+)$/.exec(key)?.[1]).find(name => name !== undefined)
  const isFile = path[0] === 'dataset' && keys.some(key => key === 'path' || key === 'file')
  const message = missingSentence({ glued, asKey, isFile }, kindOf(path), names)
  return { code: 'missing-name', message, ...range }
}

interface Clues {
  readonly glued: string | undefined
  readonly asKey: string | undefined
  readonly isFile: boolean
}

function missingSentence({ glued, asKey, isFile }: Clues, kind: string, names: readonly string[]): string {
  if (glued !== undefined) return TEXTS.names.spaceAfterColon(glued)
  if (asKey !== undefined) return TEXTS.names.nameAsKey(asKey, kind)
  return isFile ? TEXTS.names.fileOfNoKind : TEXTS.names.needsName(kind, names)
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
  const { noValueYet, mustBeName } = TEXTS.names
  const message = value === null ? noValueYet(label(path), names) : mustBeName(label(path), quoted(value), names)
  return { code: 'wrong-type', message, ...source.rangeOf(path) }
}

/** A cell's name with a blank or a sign in it. */
export function badName(value: unknown, path: Path, source: Source): Problem {
  const plain = String(value)
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replace(/^([\p{M}\p{N}-]|$)/u, '_$1')
  const at = { code: 'wrong-format' as const, ...source.rangeOf(path) }
  if (isMappingOrList(value)) return { ...at, message: TEXTS.names.cellName(label(path)) }
  const message = TEXTS.names.cellNameAs(label(path), shortened(plain), quoted(value))
  return { ...at, message, suggestion: plain }
}
