import type { QuantityName, RunRecord, Table } from '../../src/record'
import { brokenPoints, curveEnds, curvePoints } from './curveData'
import { cellOf } from './cell'
import { layerLabel } from './layout'

/** The chart's data sets by name: all that changes while a run goes on. */
export type ChartData = Record<'curves' | 'ends' | 'broken' | 'picture' | 'first' | 'signs', object[]>

export function chartData(record: RunRecord, quantity: QuantityName, pictureUrl: string): ChartData {
  const curves = curvePoints(record)
  return {
    curves,
    ends: curveEnds(curves),
    broken: brokenPoints(record),
    picture: [{ url: pictureUrl }],
    first: firstNonfinite(record),
    signs: signs(record.quantities[quantity])
  }
}

/** The layer and epoch of the first value that was not finite, if its column was recorded. */
function firstNonfinite({ events: { nonfinite }, layers, columns }: RunRecord): object[] {
  if (nonfinite === null || nonfinite.layer === null || nonfinite.epoch >= columns) return []
  const layer = layers[nonfinite.layer]
  return layer ? [{ epoch: nonfinite.epoch, row: layerLabel(layer) }] : []
}

/** The signs that the heatmap uses, with their meaning. */
function signs(table: Table): object[] {
  const kinds = new Set<string>()
  for (let i = 0; i < table.columns * table.layers; i++)
    kinds.add(cellOf({ mantissa: table.mantissa[i]!, exponent: table.exponent[i]! }).kind)
  const texts = [kinds.has('nonfinite') && '× not finite', kinds.has('zero') && '○ exactly zero']
  return texts.filter(text => text !== false).map((text, index) => ({ text, index }))
}
