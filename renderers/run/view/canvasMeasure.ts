import type { Measure } from '../chart/layout'
import { labelSize, type Theme } from '../paint/theme'

/** Measures the chart's labels as the browser will draw them, each once. */
export function canvasMeasure(theme: Theme): Measure {
  const context = document.createElement('canvas').getContext('2d')!
  context.font = `${labelSize(theme)}px ${theme.fontFamily}`
  const known = new Map<string, number>()
  return text => {
    const width = known.get(text) ?? context.measureText(text).width
    known.set(text, width)
    return width
  }
}
