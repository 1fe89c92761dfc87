import { labelSize, type Theme } from '../../paint/theme'
import type { Measure } from '../layout'
import { wrap } from '../wrap'
import { svg, type Drawing } from './svg'

/** A text in lines as wide as the figure. `weight`: 600 is bold; `muted`: text of second rank. */
export function paragraph(
  { theme, measure, width }: { readonly theme: Theme; readonly measure: Measure; readonly width: number },
  text: string,
  { weight = 400, muted = true }: { readonly weight?: number; readonly muted?: boolean } = {}
): Drawing {
  const size = labelSize(theme)
  const line = size + 4
  const lines = wrap(text, width, measure)
  const style = { fill: muted ? theme.muted : theme.foreground, 'font-size': size, 'font-weight': weight }
  return {
    width,
    height: lines.length * line + 2,
    nodes: lines.map((content, i) => svg('text', { x: 0, y: (i + 1) * line - 4, ...style }, content))
  }
}
