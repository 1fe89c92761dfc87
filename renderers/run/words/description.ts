import { at, formatScaled, headline, type RunRecord } from '../../../src/record'
import { DEFAULT_QUANTITY, type FigureQuantity } from '../numbers/quantities'
import { courseAfterColon } from './course'
import { TEXTS } from './texts'

const { description: TEXT } = TEXTS

/** The chart in words, for those who cannot see it: what it is and what one would notice first. */
export function describe(record: RunRecord, name: FigureQuantity = DEFAULT_QUANTITY, brief = false): string {
  const { title, state } = headline(record)
  const figure = TEXT.figure(record.layers.length, record.epochs, title, state.text)
  if (record.columns === 0) return TEXT.nothingYet(figure)
  const parts = [TEXT.found(figure, courseAfterColon(record, name, brief)), losses(record)]
  return parts.filter(part => part !== '').join(' ')
}

/** "Training loss goes from 0.71 to 0.69." */
function losses({ columns, curves: { loss } }: RunRecord): string {
  const text = (column: number) => formatScaled(at(loss, column, 0), 3)
  return columns < 2 ? '' : TEXT.trainingLoss(text(0), text(columns - 1))
}
