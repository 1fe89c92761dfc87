import type { FigureQuantity } from '../numbers/quantities'
import { TEXTS } from './texts'

/** "delta (RMS of B·∂loss/∂z) by layer and epoch: the error signal that reaches each layer" */
export const heatTitle = (name: FigureQuantity): string => TEXTS.heat.title(TEXTS.quantities[name])
