import type { FigureQuantity } from '../numbers/quantities'
import type { Shown } from '../numbers/shown'
import { columnTitle } from '../words/columnName'
import { valueAt } from '../words/facts'
import { TEXTS } from '../words/texts'
import { table } from './table'

/** More rows than this would make the page slow; the CSV has them all. */
const MOST_CELLS = 6000

/** Columns of which the table has a row: all, or evenly spread ones with the first and the last. */
export function tableColumns(columns: number, layers: number): number[] {
  const most = Math.max(2, Math.floor(MOST_CELLS / Math.max(1, layers)))
  const step = Math.max(1, Math.ceil((columns - 1) / (most - 1)))
  const epochs = Array.from({ length: Math.ceil(columns / step) }, (_, i) => i * step)
  return columns > 0 && epochs.at(-1) !== columns - 1 ? [...epochs, columns - 1] : epochs
}

/** The quantity as a table: a row for each epoch and step shown, a column for each layer. */
export function dataTable(shown: Shown, name: FigureQuantity): HTMLElement {
  const { layers, columns, timeline } = shown
  const listed = tableColumns(columns, layers.length)
  return table({
    caption: caption(name, listed.length, columns),
    hint: TEXTS.symbols[name],
    head: [timeline.hasSteps ? TEXTS.table.stepsAndEpochs : TEXTS.heat.epochAxis, ...layers.map(({ name }) => name)],
    rows: listed.map(column => [
      rowName(shown, column),
      ...layers.map((_, layer) => valueAt(shown, name, column, layer))
    ])
  })
}

/** Bare numbers of epochs, unless there are steps, too. */
function rowName(shown: Shown, column: number): string {
  const { epoch } = shown.timeline.momentOf(column)
  return column === 0 || shown.timeline.hasSteps ? columnTitle(shown, column) : String(epoch)
}

function caption(name: FigureQuantity, epochs: number, all: number): string {
  const text = TEXTS.table.caption(TEXTS.quantities[name])
  return epochs < all ? TEXTS.table.someEpochs(text, epochs, all) : text
}
