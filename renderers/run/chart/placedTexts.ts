import type { Layer } from './panel'

/** A text in its panel, px. */
export interface PlacedText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly color?: string
}

/** How all of them stand. */
interface TextStyle {
  readonly align: 'left' | 'center' | 'right'
  readonly baseline?: 'top' | 'middle' | 'bottom'
  readonly fontSize: number
  readonly color: string
  readonly angle?: number
  readonly fontWeight?: 600
}

/** Texts, each in its own colour where it has one. */
export const placedTexts = (
  texts: readonly PlacedText[],
  { color, baseline = 'middle', ...style }: TextStyle
): Layer => ({
  data: { values: texts.map(text => ({ color, ...text })) },
  mark: { type: 'text', baseline, ...style },
  encoding: {
    x: { field: 'x', type: 'quantitative', scale: null },
    y: { field: 'y', type: 'quantitative', scale: null },
    text: { field: 'text', type: 'nominal' },
    color: { field: 'color', type: 'nominal', scale: null }
  }
})
