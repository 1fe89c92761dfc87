import type { Choice } from '../../../src/figure'
import { DEFAULT_LOOK, type Look } from '../numbers/look'
import { DEFAULT_SHOWN, asShownName } from '../numbers/quantities'

/** What a figure shows that nobody has chosen anything for. */
export const DEFAULT_CHOICE: Choice = { quantity: DEFAULT_SHOWN, beside: null }

export const choiceOf = (quantity: Look['quantity'], beside: Look['beside']): Choice => ({ quantity, beside })

/** A choice that names what only a later version can show falls back to what this one can. */
export function lookOf(choice: Choice): Look {
  const quantity = asShownName(choice.quantity) ?? DEFAULT_SHOWN
  const beside = asShownName(choice.beside)
  return { ...DEFAULT_LOOK, quantity, beside: beside === quantity ? null : beside }
}
