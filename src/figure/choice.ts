/** What a person chose to see in a cell's figure; kept in the file beside the cell's source. */
export interface Choice {
  /** the name of the quantity that the colours show */
  readonly quantity: string
  /** the name of a second quantity, in a heatmap of its own */
  readonly beside: string | null
  /** whether colours show sizes as they are, instead of how they change from layer to layer */
  readonly absolute?: true
  /** whether the figure has a scale of its own, instead of the notebook's */
  readonly free?: true
  /** whether single steps are shown among the epochs; absent: where they tell something */
  readonly steps?: boolean
  /** the name of what stands below or beside the heatmap */
  readonly detail?: string
}

/** What a figure shows that nobody has chosen anything for. */
export const DEFAULT_CHOICE: Choice = { quantity: 'delta_rms', beside: null }

/** The key under which a cell of a file keeps its choice. */
export const CHOICE_KEY = 'figure'

const NAME = /^[a-z][a-z0-9_]{0,39}$/

/** The choice in `value`, which came from a file or a message; null if it is none. Names that nobody knows are kept. */
export function parseChoice(value: unknown): Choice | null {
  if (typeof value !== 'object' || value === null) return null
  const { quantity, beside = null, absolute, free, steps, detail } = value as { readonly [key: string]: unknown }
  if (!isName(quantity) || !(beside === null || isName(beside))) return null
  return {
    ...{ quantity, beside },
    ...(absolute === true ? { absolute } : {}),
    ...(free === true ? { free } : {}),
    ...(typeof steps === 'boolean' ? { steps } : {}),
    ...(isName(detail) ? { detail } : {})
  }
}

/** Whether two choices show the same; null: nothing was chosen. */
export const sameChoice = (a: Choice | null, b: Choice | null): boolean =>
  a?.quantity === b?.quantity &&
  (a?.beside ?? null) === (b?.beside ?? null) &&
  a?.absolute === b?.absolute &&
  a?.free === b?.free &&
  a?.steps === b?.steps &&
  a?.detail === b?.detail

const isName = (value: unknown): value is string => typeof value === 'string' && NAME.test(value)
