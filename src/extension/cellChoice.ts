import { CHOICE_KEY, parseChoice, type Choice } from '../figure'
import type { JsonObject } from '../notebook'

type Metadata = { readonly [key: string]: unknown } | undefined

/** What a person chose to see of a cell's runs, from the cell's metadata; null where nobody has. */
export const cellChoice = (metadata: Metadata): Choice | null => parseChoice(extraOf(metadata)[CHOICE_KEY])

/** The metadata with another choice; it stands among the keys that a file's cell may have. */
export const withChoice = (metadata: Metadata, { quantity, beside }: Choice): { [key: string]: unknown } => ({
  ...metadata,
  extra: { ...extraOf(metadata), [CHOICE_KEY]: { quantity, beside } }
})

const extraOf = (metadata: Metadata): JsonObject => (metadata?.['extra'] ?? {}) as JsonObject
