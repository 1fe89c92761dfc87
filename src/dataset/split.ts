import type { Samples } from '../engine'
import type { Random } from '../arithmetic'
import { reorderRows } from './reorder'
import type { Rows } from './spec'

/**
 * Takes round(count · fraction) rows at random for testing and the others for training, at least one; both in random order, or
 * where not `shuffled` in the order of the file. The same rows are taken either way. The parts are views of `rows`, which are
 * brought into their order in place, as there may be no room for a second copy.
 */
export function split(
  rows: Rows,
  fraction: number,
  random: Random,
  shuffled: boolean
): { train: Samples; test: Samples | null } {
  const forTest = Math.min(Math.floor(rows.count * fraction + 0.5), rows.count - 1)
  const forTraining = rows.count - forTest
  const order = Int32Array.from({ length: rows.count }, (_, row) => row)
  random.shuffle(order)
  if (!shuffled) for (const part of [order.subarray(0, forTraining), order.subarray(forTraining)]) part.sort()
  reorderRows(rows.inputs, rows.width, order)
  reorderRows(rows.targets, rows.targets.length / rows.count, order)
  return { train: part(rows, 0, forTraining), test: forTest === 0 ? null : part(rows, forTraining, rows.count) }
}

/** Rows from … to - 1. */
function part({ inputs, targets, count, width }: Rows, from: number, to: number): Samples {
  const targetWidth = targets.length / count
  return {
    count: to - from,
    inputs: inputs.subarray(from * width, to * width),
    targets: targets.subarray(from * targetWidth, to * targetWidth)
  }
}
