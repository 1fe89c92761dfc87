import { headline } from '../../../src/record'
import { course } from '../words/course'
import { TEXTS } from '../words/texts'
import { runVerdict, type Silenced } from '../words/verdict'
import { fullWidth } from './layout'
import type { Panel } from './panel'
import type { Scene } from './scene'
import { wrap } from './wrap'

/** The line that names the run, those about its data and the one that says what to see, for a picture that stands alone. */
export function headlinePanel({ record, look, theme, layout, measure }: Scene, silenced: Silenced = []): Panel {
  const { text } = layout
  const width = fullWidth(layout)
  const verdict = runVerdict(record, false, silenced)
  const { title, facts, state, data } = headline(record)
  const texts = [
    TEXTS.headline(title, facts, state.progress),
    ...data,
    verdict === null ? '' : `${verdict.label}: ${verdict.sentence} ${verdict.course}`.trim(),
    course(record, look.quantity)
  ]
  const lines = texts.flatMap(text => (text === '' ? [] : wrap(text, width, measure)))
  const lineHeight = Math.round(text * 1.4)
  return {
    name: 'headline',
    width,
    height: lines.length * lineHeight,
    layer: [
      {
        data: { values: lines.map((text, i) => ({ text, y: i * lineHeight })) },
        mark: { type: 'text', align: 'left', baseline: 'top', fontSize: text, color: theme.foreground },
        encoding: {
          x: { value: 0 },
          y: { field: 'y', type: 'quantitative', scale: null },
          text: { field: 'text', type: 'nominal' }
        }
      }
    ]
  }
}
