import type { Choice } from '../../../src/figure'
import { DEFAULT_LOOK, type Look } from '../numbers/look'
import { DEFAULT_QUANTITY, asFigureQuantity } from '../numbers/quantities'

/** What a figure shows that nobody has chosen anything for. */
export const DEFAULT_CHOICE: Choice = { quantity: DEFAULT_QUANTITY, beside: null }

export const choiceOf = (quantity: Look['quantity'], beside: Look['beside']): Choice => ({ quantity, beside })

/** A choice that names what only a later version can show falls back to what this one can. */
export function lookOf(choice: Choice): Look {
  const quantity = asFigureQuantity(choice.quantity) ?? DEFAULT_QUANTITY
  const beside = asFigureQuantity(choice.beside)
  return { ...DEFAULT_LOOK, quantity, beside: beside === quantity ? null : beside }
}
