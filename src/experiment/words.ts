import type { Path } from './source'

/** A path as people write it: optimizer.learning_rate, activation[2]; a {name: …} counts as its key. */
export function label(path: Path): string {
  const steps = path.at(-1) === 'name' && path.length > 1 ? path.slice(0, -1) : path
  return steps
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${String(step)}`))
    .join('')
}

/** ", not …" with what stands in the cell. */
export function not(value: unknown): string {
  if (value === undefined) return ''
  return value === null ? '; it has no value yet' : `, not ${quoted(value)}`
}

/** A value as it might stand in a cell, shortened. */
export function quoted(value: unknown): string {
  if (typeof value === 'number') return String(value)
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

const TYPES: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  string: 'text',
  array: 'a list',
  object: 'a mapping'
}

/** A type of the schema in plain words. */
export const typeName = (type: string): string => TYPES[type] ?? type

/** The value at a path of plain data, undefined where the path ends early. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    root
  )
}

export const isMappingOrList = (value: unknown): boolean => value !== null && typeof value === 'object'
