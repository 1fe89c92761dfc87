import { at, type RunRecord } from '../../../src/record'
import { cellOf, type Cell } from './cell'

/** Below this power of ten a step changes weights so little that they stay what they are over thousands of steps. */
const STILL = -6

/** Neighbouring layers that came to rest in the same epoch. */
export interface StillLayers {
  readonly first: number
  readonly last: number
  readonly epoch: number
}

/** The layers that hardly learn, from the input on. */
export function stillLayers(record: RunRecord): StillLayers[] {
  const groups: { first: number; last: number; epoch: number }[] = []
  record.layers.forEach((_, layer) => {
    const epoch = stillSince(record, layer)
    const group = groups.at(-1)
    if (epoch !== null && group?.last === layer - 1 && group.epoch === epoch) group.last = layer
    else if (epoch !== null) groups.push({ first: layer, last: layer, epoch })
  })
  return groups
}

/** The epoch from which on a layer's update ratio is below `STILL` to the end, or null if the last one is not. */
export function stillSince({ quantities: { update_ratio: table }, columns }: RunRecord, layer: number): number | null {
  let since: number | null = null
  for (let column = columns - 1; column >= 1 && isStill(cellOf(at(table, column, layer))); column--) since = column
  return since
}

const isStill = (cell: Cell): boolean => cell.kind === 'zero' || (cell.kind === 'finite' && cell.log < STILL)
