import type { Doc } from '../experiment'
import { TEXTS } from './texts'

/** A word that may stand as a value, and what it means. */
export interface Named {
  readonly name: string
  readonly doc: Doc
}

/** One form that a mapping may have. */
export interface Mapping {
  /** what its `name` may be; empty where the mapping has none */
  readonly names: readonly Named[]
  readonly keys: ReadonlyMap<string, Shape>
}

/** What may stand in one place of a cell, as the schema says it. */
export interface Shape {
  readonly doc: Doc
  /** what counts if the key is left out; undefined where other keys decide */
  readonly fallback: unknown
  /** the key may not be left out */
  readonly required: boolean
  /** words that may stand here alone */
  readonly words: readonly Named[]
  /** "whole number ≥ 1", "text"; empty where no such thing may stand here */
  readonly scalar: string
  readonly items: Shape | null
  readonly mappings: readonly Mapping[]
}

/** The forms that `value` can be meant to have: that of its name, or all. */
function formsOf({ mappings }: Shape, value: unknown): readonly Mapping[] {
  const fields = isFields(value) ? value : {}
  const named = mappings.filter(({ names }) => names.some(({ name }) => name === fields['name']))
  if (named.length > 0) return named
  const byKey = mappings.filter(mapping => ownKeys(mapping).some(key => key in fields))
  return byKey.length > 0 ? byKey : mappings
}

/** The keys that say by themselves which form a mapping has, as csv does: their name is the form's. */
export const ownKeys = ({ names, keys }: Mapping): string[] =>
  names.map(({ name }) => name).filter(name => keys.has(name))

/** The keys that a mapping with this value may have, with what may stand behind each. */
export function keysOf(shape: Shape, value: unknown): ReadonlyMap<string, Shape> {
  const forms = formsOf(shape, value)
  const unnamed = forms.length > 1 && forms.every(({ names }) => names.length > 0)
  return unnamed ? namingKeys(shape) : new Map(forms.flatMap(form => [...withName(form, shape)]))
}

/** While a mapping has no name, only the keys that give it one. */
function namingKeys(shape: Shape): ReadonlyMap<string, Shape> {
  const own = shape.mappings.flatMap(mapping => ownKeys(mapping).map(key => [key, mapping.keys.get(key)!] as const))
  return new Map([['name', nameOf(shape)], ...own])
}

/** A form that a key of its own names needs no `name`. */
const withName = (form: Mapping, shape: Shape): ReadonlyMap<string, Shape> =>
  form.names.length > 0 && ownKeys(form).length === 0 ? new Map([...form.keys, ['name', nameOf(shape)]]) : form.keys

/** `name` of a mapping may be any form's. */
const nameOf = (shape: Shape): Shape => ({
  doc: { description: TEXTS.which },
  fallback: undefined,
  required: true,
  words: shape.mappings.flatMap(mapping => mapping.names),
  scalar: '',
  items: null,
  mappings: []
})

/** What may stand at `path` of a cell whose plain value is `value`; null where the language has nothing. */
export function shapeAt(root: Shape, value: unknown, path: readonly PropertyKey[]): Shape | null {
  let shape: Shape | null = root
  let here = value
  for (const step of path) {
    if (shape === null) return null
    shape = typeof step === 'number' ? shape.items : (keysOf(shape, here).get(String(step)) ?? null)
    here = (here as Record<PropertyKey, unknown> | null | undefined)?.[step]
  }
  return shape
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
