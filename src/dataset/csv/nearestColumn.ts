import { nearest } from '../../text'

/** The column that a person most likely meant by `wanted`; null when none is near enough to be worth saying. */
export function nearestColumn(wanted: string, names: readonly string[]): string | null {
  const plain = plainName(wanted)
  const all = new Map(names.slice(0, MOST).map(name => [plainName(name), name]))
  const meant = all.has(plain) ? plain : plain.length > 1 ? nearest(plain, [...all.keys()].filter(isShort)) : null
  return meant === null ? null : all.get(meant)!
}

/** More names, and longer ones, take too long to compare. */
const MOST = 2000
const isShort = (name: string): boolean => name.length <= 100

/** Capitals, blanks and signs are what people forget. */
const plainName = (name: string): string => name.toLowerCase().replace(/[\s_.-]+/g, '')
