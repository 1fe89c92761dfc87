import type { ColorScale } from '../numbers/colorScale'
import type { FigureQuantity } from '../numbers/quantities'
import { TEXTS } from './texts'
import { tickText } from './tickText'

/** What a scale's caption says beside the scale itself. */
export interface CaptionWords {
  /** the last hidden layer's name, which others are compared with */
  readonly measure: string
  /** whose scale it is */
  readonly scaleOf: keyof typeof TEXTS.legend.scaleOf
  /** what shows the numbers; colours if not given */
  readonly mark?: keyof typeof TEXTS.legend.marks
}

/** "Colour: delta as a multiple of that of hidden 10 in the same epoch; the output stands apart. Scale of this notebook." */
export const caption = (scale: ColorScale, name: FigureQuantity, words: CaptionWords): string =>
  `${TEXTS.legend.marks[words.mark ?? 'colour']}: ${meaning(scale, name, words)}`

function meaning(scale: ColorScale, name: FigureQuantity, { measure, scaleOf }: CaptionWords): string {
  const { linear, fraction, log, relative, toInit, sources, scaleOf: owners } = TEXTS.legend
  const quantity = TEXTS.quantities[name]
  if (scale.kind === 'signed') return linear(quantity)
  if (scale.kind === 'fraction') return fraction(quantity)
  const owner = owners[scaleOf]
  if (scale.source === 'lastHidden') return relative(quantity, measure, owner)
  if (scale.source === 'init') return toInit(quantity, owner)
  return log(quantity, tickText('log', scale.middle), sources[scale.source], owner)
}
