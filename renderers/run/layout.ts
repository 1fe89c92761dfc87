import type { LayerInfo, RunRecord } from '../../src/record'
import { shownEpochs } from './epochAxis'
import { labelSize, type Theme } from './theme'

/** The width of a text in px. In a browser a canvas measures it; elsewhere an estimate does. */
export type Measure = (text: string) => number

/** Sizes in px. They depend on the width, the layers and the planned epochs only, so that a running chart never jumps. */
export interface Layout {
  /** left of the plots, for the rows' names */
  readonly gutter: number
  readonly plotWidth: number
  readonly lossHeight: number
  readonly accuracyHeight: number
  readonly heatHeight: number
  /** one for each layer, from the input (top) to the output */
  readonly rows: readonly string[]
  /** every how many rows a name stands */
  readonly rowStep: number
  readonly epochTicks: readonly number[]
  readonly text: number
}

/** A row's name: "hidden 1  2→32". */
export const layerLabel = ({ name, inputs, outputs }: LayerInfo): string => `${name}  ${inputs}→${outputs}`

const GAP_TO_ROWS = 8
const RIGHT_MARGIN = 14
const NARROWEST_PLOT = 120
const TALLEST_HEATMAP = 440

export function layoutOf(record: RunRecord, theme: Theme, width: number, measure?: Measure): Layout {
  const text = labelSize(theme)
  const widthOf = measure ?? (label => label.length * text * 0.56)
  const rows = record.layers.map(layerLabel)
  const gutter = Math.ceil(Math.max(...rows.map(widthOf), widthOf('0.00000')) + GAP_TO_ROWS)
  const plotWidth = Math.max(NARROWEST_PLOT, Math.floor(width - gutter - RIGHT_MARGIN))
  const heatHeight = heatmapHeight(rows.length)
  return {
    ...{ gutter, plotWidth, lossHeight: 84, accuracyHeight: 56, heatHeight, rows, text },
    rowStep: Math.max(1, Math.ceil((text + 1) / (heatHeight / Math.max(1, rows.length)))),
    epochTicks: epochTicks(shownEpochs(record), plotWidth / widthOf('00000000'))
  }
}

/** Rows of 22 px for a few layers, of 16 px for twenty, and thinner once the heatmap would fill the window. */
function heatmapHeight(rows: number): number {
  const row = rows <= 12 ? 22 : rows <= 27 ? 16 : 12
  return Math.round(Math.max(30, Math.min(TALLEST_HEATMAP, rows * row)))
}

/** 0, the last epoch and whole steps of 1, 2 or 5 · 10ⁿ between, at most about `most`. */
export function epochTicks(epochs: number, most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50].map(step => step * 10 ** decade(epochs, most)).find(step => epochs / step <= most)!
  const inner = Array.from({ length: Math.floor(epochs / step) + 1 }, (_, i) => i * step)
  return epochs - inner.at(-1)! > step * 0.6 ? [...inner, epochs] : inner
}

const decade = (epochs: number, most: number): number => Math.max(0, Math.floor(Math.log10(Math.max(1, epochs / most))))
