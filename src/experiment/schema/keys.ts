import type { Path } from '../path'
import { valueAt } from '../valueAt'
import { activation } from './activation'
import { dataset } from './dataset'
import { experimentSchema } from './experiment'
import { initializer } from './initializer'
import { MANY_RUNS_KEYS } from './manyRuns'
import { optimizer } from './optimizer'

interface NameSchema {
  safeParse(value: unknown): { success: boolean }
  readonly options?: readonly string[]
  readonly values?: ReadonlySet<unknown>
}
type Member = { shape: Record<string, unknown> & { name: NameSchema } }

const MEMBERS: ReadonlyMap<unknown, readonly unknown[]> = new Map(
  Object.entries({
    dataset: dataset.options,
    activation: activation.options,
    initializer: initializer.options,
    bias_initializer: initializer.options,
    optimizer: optimizer.options
  })
)

const membersOf = (key: unknown): readonly Member[] => (MEMBERS.get(key) as Member[] | undefined) ?? []

/** Whether a name stands at `path`: behind its key, or in the key's list. */
export const isNamed = (path: Path): boolean =>
  MEMBERS.has(path[0]) && (path.length === 1 || (path.length === 2 && typeof path[1] === 'number'))

/** Whether the key of `path` takes a list of names. */
export const takesList = (path: Path): boolean =>
  ['activation', 'initializer', 'bias_initializer'].includes(String(path[0]))

export const topKeys = (): string[] => [...Object.keys(experimentSchema.shape), ...MANY_RUNS_KEYS]

/** The keys that the mapping at `path` of a canonical cell may have. */
export function knownKeys(path: Path, root: unknown): string[] {
  const key = path[0]
  if (key === undefined) return topKeys()
  if (key === 'dataset' && path[1] === 'idx') return ['images', 'labels']
  if (key === 'dataset' && path[1] === 'npy') return ['inputs', 'labels']
  if (key === 'hidden_layers') return ['depth', 'units']
  if (key === 'stop') return ['nonfinite', 'loss_below', 'after_seconds']
  const name = valueAt(root, [...path, 'name'])
  const member = membersOf(key).find(({ shape }) => shape.name.safeParse(name).success)
  return member ? Object.keys(member.shape) : []
}

/** The names at `path` whose mapping has `key`. */
export const namesWithKey = (path: Path, key: string): string[] =>
  membersOf(path[0])
    .filter(({ shape }) => Object.hasOwn(shape, key))
    .flatMap(({ shape }) => namesIn(shape.name))

/** The names that may stand behind a top key. */
export const namesOf = (key: string): string[] => membersOf(key).flatMap(({ shape }) => namesIn(shape.name))

const namesIn = ({ options, values }: NameSchema): string[] =>
  options ? [...options] : [...(values ?? [])].map(String)

/** The top key that a name belongs to; the first one where it is in several. */
export const keysOfNames = (): ReadonlyMap<string, string> =>
  new Map(
    ['optimizer', 'initializer', 'activation', 'dataset'].flatMap(key => namesOf(key).map(name => [name, key] as const))
  )
