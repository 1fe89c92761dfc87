import { DEFAULT_CHOICE, type Choice } from '../../../src/figure'
import { DEFAULT_LOOK, type Look } from '../numbers/look'
import { DEFAULT_QUANTITY, asFigureQuantity } from '../numbers/quantities'

export { DEFAULT_CHOICE }

/** What a cell keeps of a look: what nobody chose is left out. */
export const choiceOf = ({
  quantity,
  beside,
  absolute,
  free,
  steps
}: Pick<Look, 'quantity' | 'beside' | 'absolute' | 'free' | 'steps'>): Choice => ({
  quantity,
  beside,
  ...(absolute ? { absolute } : {}),
  ...(free ? { free } : {}),
  ...(steps === null ? {} : { steps })
})

/** A choice that names what only a later version can show falls back to what this one can. */
export function lookOf(choice: Choice): Look {
  const quantity = asFigureQuantity(choice.quantity) ?? DEFAULT_QUANTITY
  const beside = asFigureQuantity(choice.beside)
  const { absolute = false, free = false, steps = null } = choice
  return { ...DEFAULT_LOOK, quantity, beside: beside === quantity ? null : beside, absolute, free, steps }
}
