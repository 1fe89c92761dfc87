import type { View } from 'vega'
import type { QuantityName, RunRecord } from '../../src/record'
import { shownEpochs } from './epochAxis'
import { cellFacts, epochFacts, type Facts } from './facts'
import { partAt, plotBox } from './plotBox'

/** What there is to say about the place (x, y) of the chart: a cell of the heatmap, or an epoch of the curves above it. */
export function factsAt(view: View, record: RunRecord, quantity: QuantityName, x: number, y: number): Facts | null {
  const heat = plotBox(view, 'heat')
  if (!heat) return null
  const column = partAt(x - heat.left, heat.width, shownEpochs(record) + 1)
  if (column === null) return null
  const layer = partAt(y - heat.top, heat.height, record.layers.length)
  if (layer !== null) return cellFacts(record, quantity, column, layer)
  return onCurve(view, y) ? epochFacts(record, column) : null
}

const onCurve = (view: View, y: number): boolean =>
  ['loss', 'accuracy'].some(name => {
    const box = plotBox(view, name)
    return box !== null && y >= box.top && y <= box.top + box.height
  })
