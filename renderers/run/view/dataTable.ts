import type { FigureQuantity } from '../numbers/quantities'
import type { Shown } from '../numbers/shown'
import { columnTitle } from '../words/columnName'
import { valueAt } from '../words/facts'
import { TEXTS } from '../words/texts'
import { element } from './dom'

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
  const table = element('table', 'gradnb-table')
  const { layers, columns, timeline } = shown
  const listed = tableColumns(columns, layers.length)
  const axis = timeline.hasSteps ? TEXTS.table.stepsAndEpochs : TEXTS.heat.epochAxis
  const head = row([heading(axis, 'col'), ...layers.map(layer => heading(layer.name, 'col'))])
  const rows = listed.map(column => {
    const cells = layers.map((_, layer) => element('td', '', valueAt(shown, name, column, layer)))
    return row([heading(rowName(shown, column), 'row'), ...cells])
  })
  table.append(captionOf(name, listed.length, columns), section('thead', [head]), section('tbody', rows))
  return table
}

/** Bare numbers of epochs, unless there are steps, too. */
function rowName(shown: Shown, column: number): string {
  const { epoch } = shown.timeline.momentOf(column)
  return column === 0 || shown.timeline.hasSteps ? columnTitle(shown, column) : String(epoch)
}

function captionOf(name: FigureQuantity, epochs: number, all: number): HTMLElement {
  const text = TEXTS.table.caption(TEXTS.quantities[name])
  const node = element('caption', '', epochs < all ? TEXTS.table.someEpochs(text, epochs, all) : text)
  node.title = TEXTS.symbols[name]
  return node
}

function heading(text: string, scope: 'row' | 'col'): HTMLElement {
  const node = element('th', '', text)
  node.scope = scope
  return node
}

function row(cells: readonly HTMLElement[]): HTMLElement {
  const node = element('tr', '')
  node.append(...cells)
  return node
}

function section(tag: 'thead' | 'tbody', rows: readonly HTMLElement[]): HTMLElement {
  const node = element(tag, '')
  node.append(...rows)
  return node
}
