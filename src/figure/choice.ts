/** What a person chose to see in a cell's figure; kept in the file beside the cell's source. */
export interface Choice {
  /** the name of the quantity that the colours show */
  readonly quantity: string
  /** the name of a second quantity, in a heatmap of its own */
  readonly beside: string | null
}

/** The key under which a cell of a file keeps its choice. */
export const CHOICE_KEY = 'figure'

const NAME = /^[a-z][a-z0-9_]{0,39}$/

/** The choice in `value`, which came from a file or a message; null if it is none. Names that nobody knows are kept. */
export function parseChoice(value: unknown): Choice | null {
  if (typeof value !== 'object' || value === null) return null
  const { quantity, beside = null } = value as { readonly quantity?: unknown; readonly beside?: unknown }
  if (!isName(quantity) || !(beside === null || isName(beside))) return null
  return { quantity, beside }
}

export const sameChoice = (a: Choice | null, b: Choice | null): boolean =>
  a?.quantity === b?.quantity && (a?.beside ?? null) === (b?.beside ?? null)

const isName = (value: unknown): value is string => typeof value === 'string' && NAME.test(value)
