import { DEFAULT_CHOICE, type Choice } from '../../../src/figure'
import { DEFAULT_DETAIL, asDetail } from '../numbers/details'
import { DEFAULT_LOOK, type Look } from '../numbers/look'
import { DEFAULT_QUANTITY, asFigureQuantity } from '../numbers/quantities'

export { DEFAULT_CHOICE }

/** What a cell keeps of a look: what nobody chose is left out. */
export const choiceOf = ({
  quantity,
  beside,
  absolute,
  free,
  steps,
  detail
}: Pick<Look, 'quantity' | 'beside' | 'absolute' | 'free' | 'steps' | 'detail'>): Choice => ({
  quantity,
  beside,
  ...(absolute ? { absolute } : {}),
  ...(free ? { free } : {}),
  ...(steps === null ? {} : { steps }),
  ...(detail === DEFAULT_DETAIL ? {} : { detail })
})

/** A choice that names what only a later version can show falls back to what this one can. */
export function lookOf(choice: Choice): Look {
  const quantity = asFigureQuantity(choice.quantity) ?? DEFAULT_QUANTITY
  const beside = asFigureQuantity(choice.beside)
  const { absolute = false, free = false, steps = null } = choice
  const detail = asDetail(choice.detail) ?? DEFAULT_DETAIL
  return { ...DEFAULT_LOOK, quantity, beside: beside === quantity ? null : beside, absolute, free, steps, detail }
}
