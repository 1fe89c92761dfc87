import { quantityOf, type FigureQuantity } from '../numbers/quantities'

/** "delta (RMS of B·∂loss/∂z) by layer and epoch: the error signal that reaches each layer" */
export function heatTitle(name: FigureQuantity): string {
  const quantity = quantityOf(name)
  return `${quantity.name} (${quantity.symbol}) by layer and epoch: ${quantity.meaning}`
}
