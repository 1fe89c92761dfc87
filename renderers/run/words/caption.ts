import type { ColorScale } from '../numbers/colorScale'
import type { FigureQuantity } from '../numbers/quantities'
import { TEXTS } from './texts'
import { tickText } from './tickText'

/**
 * "Colour: delta over that of hidden 10 in the same epoch. Scale of this notebook." `measure`: the last hidden layer's name; `free`: whether
 * the scale is the figure's own.
 */
export function caption(scale: ColorScale, name: FigureQuantity, measure: string, free: boolean): string {
  const { linear, fraction, log, relative, toInit, sources, scaleOf } = TEXTS.legend
  const quantity = TEXTS.quantities[name]
  if (scale.kind === 'signed') return linear(quantity)
  if (scale.kind === 'fraction') return fraction(quantity)
  const shared = free ? scaleOf.figure : scaleOf.notebook
  if (scale.source === 'lastHidden') return relative(quantity, measure, shared)
  if (scale.source === 'init') return toInit(quantity, shared)
  return log(quantity, tickText('log', scale.middle), sources[scale.source], shared)
}
