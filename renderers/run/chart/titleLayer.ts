import type { Theme } from '../paint/theme'
import type { Layout } from './layout'
import type { Layer } from './panel'

/** Above a plot, the middle of the last line of its title: other marks may stand in that line too. */
export const titleMiddle = ({ text }: Layout): number => -text * 0.9

/** A panel's title, one mark a line. Vega's own titles move away from any mark that stands outside the plot. */
export function titleLayer(theme: Theme, layout: Layout, lines: readonly string[]): Layer {
  const lineHeight = Math.round(layout.text * 1.35)
  const values = lines.map((text, i) => ({ text, y: titleMiddle(layout) - (lines.length - 1 - i) * lineHeight }))
  return {
    data: { values },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'middle',
      fontWeight: 600,
      fontSize: layout.text,
      color: theme.foreground
    },
    encoding: {
      x: { value: 0 },
      y: { field: 'y', type: 'quantitative', scale: null },
      text: { field: 'text', type: 'nominal' }
    }
  }
}
