import { isMapping, KEY_ALIASES, normalize } from '../normalize'
import type { Path } from '../path'
import { optionOf } from '../schema/fallback'

type Mapping = Readonly<Record<string, unknown>>

/** A value that a run has instead of its cell's, and where the cell says so. */
export interface Override {
  /** the key that it sets, from a cell's top: optimizer, learning_rate */
  readonly path: readonly string[]
  /** as it is written */
  readonly value: unknown
  /** where the value stands in the cell */
  readonly from: Path
  /** where its key stands, whose text may be the end of `path` with dots */
  readonly key: Path
  /** a number that no other value of the cell has; null for one that was drawn */
  readonly id: number | null
}

/** A dotted path as its steps, with our own names for those of other libraries. */
export const stepsOf = (dotted: string): string[] =>
  dotted.split('.').map((step, i) => (i > 0 && Object.hasOwn(KEY_ALIASES, step) ? KEY_ALIASES[step]! : step))

/**
 * The canonical value of the top key `key` with `value` put over it at `inner`: a mapping is merged key by key where both are mappings
 * and name the same thing, or where the new one names nothing; anything else replaces.
 */
export function putOver(key: string, old: unknown, inner: readonly string[], value: unknown): unknown {
  const given = inner.reduceRight<unknown>((rest, step) => ({ [step]: rest }), value)
  if (!isMapping(given)) return canonical(key, given)
  return merged(asMapping(key, old), canonical(key, given))
}

const canonical = (key: string, value: unknown): unknown => normalize({ [key]: value })[key]

/** What is there to be merged with: lists of equal layers and what is left out have a form as mappings, too. */
function asMapping(key: string, old: unknown): unknown {
  const there = old ?? optionOf(key)
  if (key !== 'hidden_layers' || !Array.isArray(there) || there.length === 0) return there
  return there.every(units => units === there[0]) ? { depth: there.length, units: there[0] as unknown } : there
}

/** `value` over `old`. */
export function merged(old: unknown, value: unknown): unknown {
  if (!isMapping(old) || !isMapping(value)) return value
  if (value['name'] !== undefined && value['name'] !== old['name']) return value
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    merged(Object.hasOwn(old, key) ? old[key] : undefined, inner)
  ])
  return { ...old, ...Object.fromEntries(entries) } as Mapping
}

/** Whether one path leads to the other or into it. */
export const isWithin = (path: Path, outer: Path): boolean =>
  outer.length <= path.length && outer.every((step, i) => step === path[i])
