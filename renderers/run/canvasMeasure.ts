import type { Measure } from './layout'
import { labelSize, type Theme } from './theme'

/** Measures the chart's labels as the browser will draw them. */
export function canvasMeasure(theme: Theme): Measure {
  const context = document.createElement('canvas').getContext('2d')!
  context.font = `${labelSize(theme)}px ${theme.fontFamily}`
  return text => context.measureText(text).width
}
