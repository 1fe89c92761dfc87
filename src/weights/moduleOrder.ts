/** A module of a file: what its tensors are called before the last point, "net.0" or "fc1"; '' for a lone Linear. */
export interface FileModule {
  readonly path: string
  /** whether it normalizes: its weight is a vector, or it has running statistics */
  readonly normalizes: boolean
}

/**
 * The modules in the order of the layers, the normalization of a layer after its Linear; null where their names leave a doubt.
 * There is none where they differ by numbers only, which ascend from layer to layer (`net.0`, `net.2`; `fc9`, `fc10`;
 * `encoder.layer.0.dense`): so one common prefix does no harm. Normalizations may have a name of their own (`bn1`). What is called
 * input or output, head or classifier is the first or the last.
 */
export function orderOf(modules: readonly FileModule[]): readonly FileModule[] | null {
  const all = sequenceOf(modules)
  if (all !== null) return all
  const linear = sequenceOf(modules.filter(({ normalizes }) => !normalizes))
  const normalizing = sequenceOf(modules.filter(({ normalizes }) => normalizes))
  return linear && normalizing && alternating(linear, normalizing)
}

/** The modules beside `count` others whose names differ by numbers only; null where these others are not `count`. */
export function strayBeside(modules: readonly FileModule[], count: number): readonly FileModule[] | null {
  const main = groupsOf(modules).filter(({ members }) => members.length === count && ascending(members) !== null)
  return main.length === 1 ? modules.filter(module => !main[0]!.members.includes(module)) : null
}

/** Each Linear, and after it the normalization of the same rank. */
function alternating(linear: readonly FileModule[], normalizing: readonly FileModule[]): FileModule[] {
  const both = linear.flatMap((module, i) => [module, ...normalizing.slice(i, i + 1)])
  return [...both, ...normalizing.slice(linear.length)]
}

/** Modules of one name but for numbers, with others before them that are called input and after them that are called output. */
function sequenceOf(modules: readonly FileModule[]): readonly FileModule[] | null {
  const groups = groupsOf(modules).sort((a, b) => a.rank - b.rank)
  const isClear = groups.every(({ rank }, i) => i === 0 || rank > groups[i - 1]!.rank)
  const sorted = groups.map(({ members }) => ascending(members))
  return isClear && sorted.every(members => members !== null) ? sorted.flatMap(members => members!) : null
}

interface Group {
  /** -1: first, 0: in between, 1: last */
  readonly rank: number
  readonly members: FileModule[]
}

function groupsOf(modules: readonly FileModule[]): Group[] {
  const groups = new Map<string, Group>()
  for (const module of modules) {
    const name = withoutNumbers(module.path)
    const group = groups.get(name) ?? { rank: rankOf(name), members: [] }
    groups.set(name, group)
    group.members.push(module)
  }
  return [...groups.values()]
}

/** "net.#" of "net.10". Keras calls the first "dense" and the next "dense_1". */
const withoutNumbers = (path: string): string => path.replace(/\d+/g, '#').replace(/_#$/, '')

const FIRST = /(^|[._#])(in|input|first)([._#]|$)/i
const LAST = /(^|[._#])(out|output|last|final|head|classifier|logits)([._#]|$)/i

const rankOf = (name: string): number => (LAST.test(name) ? 1 : FIRST.test(name) ? -1 : 0)

/** By their numbers; null where two have the same. */
function ascending(modules: readonly FileModule[]): FileModule[] | null {
  const numbered = modules.map(module => ({ module, numbers: numbersIn(module.path) }))
  numbered.sort((a, b) => compareLists(a.numbers, b.numbers))
  const isClear = numbered.every(({ numbers }, i) => i === 0 || compareLists(numbered[i - 1]!.numbers, numbers) < 0)
  return isClear ? numbered.map(({ module }) => module) : null
}

/** Digits without zeros before them. */
const numbersIn = (path: string): string[] => (path.match(/\d+/g) ?? []).map(digits => digits.replace(/^0+(?=\d)/, ''))

function compareLists(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = compareDigits(a[i]!, b[i]!)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** As numbers, however many digits they have. */
const compareDigits = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
