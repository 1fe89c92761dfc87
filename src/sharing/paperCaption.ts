import { headlineText, type RunRecord } from '../record'
import { caption } from '../../renderers/run/words/caption'
import { heatNumbers } from '../../renderers/run/numbers/heatNumbers'
import { scalingOf, type Look } from '../../renderers/run/numbers/look'
import { measureName, runVerdict } from '../../renderers/run/words/verdict'
import { visibleLine } from '../text'
import type { CellFigure } from './drawing/cellFigures'
import { manyWords } from './manyText'
import { SHARING_TEXTS as TEXTS } from './texts'

/** What stands below a figure in a paper: what it shows, what one sees in it, and where it comes from. `reading`: how to read its colours, too. */
export const captionOf = (figure: CellFigure, digest: string, reading = ''): string =>
  visibleLine(
    [...shownIn(figure), reading, TEXTS.source(figure.place, figure.name, digest)]
      .filter(part => part !== '')
      .map(ended)
      .join(' ')
  )

/** How to read the colours of a run's figure. */
export const readingOf = (record: RunRecord, look: Look): string => {
  const { scale } = heatNumbers(record, look.quantity, scalingOf(look, look.quantity))
  return caption(scale, look.quantity, { measure: measureName(record), scaleOf: look.free ? 'figure' : look.scaleOf })
}

function shownIn({ subject }: CellFigure): readonly string[] {
  if (subject.kind !== 'run') return manyWords(subject)
  const { record, silenced } = subject
  const verdict = record.columns === 0 ? null : runVerdict(record, false, silenced)
  const line = headlineText(record)
  return verdict === null ? [line] : [line, `${verdict.label}: ${verdict.sentence}`, verdict.course]
}

const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
