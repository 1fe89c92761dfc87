import { at, type RunRecord } from '../../../src/record'
import { cellOf } from './cell'

/** Below this power of ten a step changes weights so little that they stay what they are over thousands of steps. */
const STILL = -6

/** Which layers hardly learn, and since when: "hidden 1 to hidden 6 hardly learn since epoch 4 (update ratio under 1e-6)." */
export function stillness(record: RunRecord): string {
  const since = record.layers.map((_, layer) => stillSince(record, layer))
  const groups = groupsOf(since)
  if (groups.length === 0) return ''
  const parts = groups.map(({ first, last, epoch }) => `${namesOf(record, first, last)} since epoch ${epoch}`)
  const verb = groups.length === 1 && groups[0]!.first === groups[0]!.last ? 'learns' : 'learn'
  return `Hardly ${verb}: ${parts.join(', ')} (update ratio under 1e-6).`
}

/** The epoch from which on a layer's update ratio is below `STILL` to the end, or null if the last one is not. */
export function stillSince({ quantities: { update_ratio: table }, columns }: RunRecord, layer: number): number | null {
  let since: number | null = null
  for (let column = columns - 1; column >= 1 && isStill(cellOf(at(table, column, layer))); column--) since = column
  return since
}

const isStill = (cell: ReturnType<typeof cellOf>): boolean =>
  cell.kind === 'zero' || (cell.kind === 'finite' && cell.log < STILL)

interface Group {
  readonly first: number
  last: number
  readonly epoch: number
}

/** Neighbouring layers that came to rest in the same epoch. */
function groupsOf(since: readonly (number | null)[]): Group[] {
  const groups: Group[] = []
  since.forEach((epoch, layer) => {
    const group = groups.at(-1)
    if (epoch !== null && group?.last === layer - 1 && group.epoch === epoch) group.last = layer
    else if (epoch !== null) groups.push({ first: layer, last: layer, epoch })
  })
  return groups
}

const namesOf = ({ layers }: RunRecord, first: number, last: number): string =>
  first === last ? layers[first]!.name : `${layers[first]!.name} to ${layers[last]!.name}`
