import type { ExplainedName } from '../texts/names'
import { TEXTS } from '../texts/texts'

/** What is said of a key of other libraries that has no counterpart; null where there is nothing to say. */
export const explainedKey = (key: string): string | null => own(TEXTS.keys.explained, key)

/** The same of a name that the values of `key` do not have. */
export function explainedName(key: string, name: string): ExplainedName | null {
  const names = own(TEXTS.names.explained, key)
  return names && own(names, name.toLowerCase())
}

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | null =>
  Object.hasOwn(table, key) ? table[key]! : null
