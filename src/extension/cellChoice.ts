import { CHOICE_KEY, DEFAULT_CHOICE, parseChoice, sameChoice, type Choice } from '../figure'
import type { JsonObject } from '../notebook'

type Metadata = { readonly [key: string]: unknown } | undefined

/** What a person chose to see of a cell's runs, from the cell's metadata; null where nobody has. */
export const cellChoice = (metadata: Metadata): Choice | null => parseChoice(extraOf(metadata)[CHOICE_KEY])

/** The metadata with another choice, among the keys that a file's cell may have; a choice that was undone leaves nothing. */
export function withChoice(metadata: Metadata, choice: Choice): { [key: string]: unknown } {
  const { [CHOICE_KEY]: _, ...others } = extraOf(metadata)
  const kept = sameChoice(choice, DEFAULT_CHOICE) ? others : { ...others, [CHOICE_KEY]: { ...choice } }
  const { extra: __, ...rest } = metadata ?? {}
  return Object.keys(kept).length > 0 ? { ...rest, extra: kept } : rest
}

const extraOf = (metadata: Metadata): JsonObject => (metadata?.['extra'] ?? {}) as JsonObject
