import { QUANTITIES, type Quantity } from '../../../src/record'
import type { FigureQuantity, QuantityGroup } from '../numbers/quantities'

/** What is said of a quantity. */
export type QuantityText = Pick<Quantity, 'name' | 'plural' | 'symbol' | 'meaning'>

/** The groups of the switch. */
export const GROUP_TEXTS: Readonly<Record<QuantityGroup, string>> = {
  errorSignal: 'Error signal',
  weightGradient: 'Weight gradient',
  learning: 'Learning',
  activations: 'Activations'
}

/** Of recorded quantities their own table says it. */
export const QUANTITY_TEXTS: Readonly<Record<FigureQuantity, QuantityText>> = {
  ...QUANTITIES,
  weight_gradient_rms: {
    name: 'weight gradient (RMS)',
    symbol: '‖∂loss/∂W‖₂ / √n',
    meaning: 'the pull on a single weight, whatever the layer’s size'
  }
}
