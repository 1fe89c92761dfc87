import type { Samples } from '../engine'
import type { Random } from '../engine/random'
import type { Rows } from './spec'

/**
 * Rows in random order, the first of them for training and round(count · fraction) for testing; at least one row stays for
 * training.
 */
export function split(rows: Rows, fraction: number, random: Random): { train: Samples; test: Samples | null } {
  const order = Int32Array.from({ length: rows.count }, (_, row) => row)
  random.shuffle(order)
  const forTest = Math.min(Math.floor(rows.count * fraction + 0.5), rows.count - 1)
  const forTraining = rows.count - forTest
  return {
    train: pick(rows, order.subarray(0, forTraining)),
    test: forTest === 0 ? null : pick(rows, order.subarray(forTraining))
  }
}

/** The rows that `order` names, in its order. */
function pick({ inputs, targets, count, width }: Rows, order: Int32Array): Samples {
  const targetWidth = targets.length / count
  return { count: order.length, inputs: gather(inputs, width, order), targets: gather(targets, targetWidth, order) }
}

function gather(values: Float64Array, width: number, order: Int32Array): Float64Array {
  const gathered = new Float64Array(order.length * width) // [order.length × width]
  order.forEach((row, place) => gathered.set(values.subarray(row * width, (row + 1) * width), place * width))
  return gathered
}
