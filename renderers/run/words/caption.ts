import type { ColorScale } from '../numbers/colorScale'
import { quantityOf, type FigureQuantity } from '../numbers/quantities'
import { powerOfTen } from './tickText'

/** "Colour: delta on a log scale. Healthy is about 10⁰, the output layer’s magnitude at init." */
export function caption(scale: ColorScale, name: FigureQuantity): string {
  const quantity = quantityOf(name).name
  if (scale.kind === 'signed') return `Colour: ${quantity}, linear from zero.`
  if (scale.kind === 'fraction') return `Colour: ${quantity}, the share of a layer’s units.`
  const source = {
    output: 'the output layer’s magnitude at init',
    input: 'the first layer’s magnitude at init',
    rule: 'a rule of thumb',
    median: 'the median layer’s magnitude at init'
  }[scale.source]
  return `Colour: ${quantity} on a log scale. Healthy is about ${powerOfTen(scale.middle)}, ${source}.`
}
