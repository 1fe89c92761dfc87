import type { ColorScale } from '../numbers/colorScale'
import type { FigureQuantity } from '../numbers/quantities'
import { TEXTS } from './texts'
import { powerOfTen } from './tickText'

/** "Colour: delta on a log scale. Healthy is about 10⁰, the output layer’s magnitude at init." */
export function caption(scale: ColorScale, name: FigureQuantity): string {
  const { linear, fraction, log, sources } = TEXTS.legend
  const quantity = TEXTS.quantities[name]
  if (scale.kind === 'signed') return linear(quantity)
  if (scale.kind === 'fraction') return fraction(quantity)
  return log(quantity, powerOfTen(scale.middle), sources[scale.source])
}
