import { headlineText } from '../../src/record'
import type { Panel } from './panel'
import type { Scene } from './scene'
import { wrap } from './wrap'

/** The line that names the run, for a picture that stands alone. */
export function headlinePanel({ record, theme, layout, measure }: Scene): Panel {
  const { arrangement, plotWidth, profileWidth, gap, text } = layout
  const width = arrangement === 'column' ? plotWidth : plotWidth + gap + profileWidth
  const lines = wrap(headlineText(record), width, measure)
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
