import { nearest } from '../../text'

/** The column that a person most likely meant by `wanted`; null when none is near enough to be worth saying. */
export function nearestColumn(wanted: string, names: readonly string[]): string | null {
  const plain = plainName(wanted)
  const all = new Map(names.slice(0, MOST).map(name => [plainName(name), name]))
  const known = [...all.keys()].filter(isShort)
  const meant = all.has(plain) ? plain : plain.length > 1 ? (nearest(plain, known) ?? containing(plain, known)) : null
  return meant === null ? null : all.get(meant)!
}

/** The only name that `plain` is a part of. */
function containing(plain: string, known: readonly string[]): string | null {
  const found = plain.length > 2 ? known.filter(name => name.includes(plain)) : []
  return found.length === 1 ? found[0]! : null
}

/** More names, and longer ones, take too long to compare. */
const MOST = 2000
const isShort = (name: string): boolean => name.length <= 100

/** Capitals, blanks and signs are what people forget. */
const plainName = (name: string): string => name.toLowerCase().replace(/[\s_.-]+/g, '')
