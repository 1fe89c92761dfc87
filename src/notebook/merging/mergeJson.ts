import { writeJson } from '../json/writeJson'
import type { Json, JsonObject } from '../notebook'

const same = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && writeJson(a) === writeJson(b))

/** Of a value that two may have changed, the one that is to stay; null where both have, and nobody can tell which. */
function pick<T extends Json | undefined>(base: T | null, ours: T, theirs: T): { readonly value: T } | null {
  if (same(ours, theirs) || (base !== null && same(base, theirs))) return { value: ours }
  return base !== null && same(base, ours) ? { value: theirs } : null
}

/** The same of an object, key by key. */
export function mergeObject(base: JsonObject | null, ours: JsonObject, theirs: JsonObject): JsonObject | null {
  const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
  const picked = keys.map(key => [key, pick(base === null ? null : base[key], ours[key], theirs[key])] as const)
  if (picked.some(([, one]) => one === null)) return null
  return Object.fromEntries(picked.flatMap(([key, one]) => (one!.value === undefined ? [] : [[key, one!.value]])))
}
