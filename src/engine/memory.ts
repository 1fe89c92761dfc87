import { rowCapacity } from './backend'
import type { Layout } from './layout'
import type { TrainingTask } from './spec'

/** What WebAssembly can address, and enough for the reference backend. */
const MOST_BYTES = 2 ** 32
const GIGABYTE = 2 ** 30

/** Throws a `RangeError` where training would take more than 4 GB beside the data. */
export function checkMemory(bytes: number, precision: TrainingTask['precision']): void {
  if (bytes <= MOST_BYTES) return
  const needed = (bytes / GIGABYTE).toFixed(1)
  throw new RangeError(
    `this network and batch need ${needed} GB; ${precision} training has 4 GB at most: take a smaller batch_size, or fewer units`
  )
}

/** z, y, φ, a and φ′ of a layer, each [rows × outputs]. */
const ARRAYS_OF_LAYER = 5
/** Two deltas and what a residual layer keeps, each [rows × widest layer]. */
const ARRAYS_OF_WIDEST = 3
/** Weights, gradient, change, and at most two of the optimizer. */
const ARRAYS_OF_PARAMETERS = 5

/** About the bytes that the float64 backend takes. */
export function float64Bytes(task: Pick<TrainingTask, 'batchSize' | 'train' | 'inputs'>, layout: Layout): number {
  const outputs = layout.layers.map(layer => layer.outputs)
  const units = outputs.reduce((sum, count) => sum + count, 0)
  const row = task.inputs + ARRAYS_OF_LAYER * units + ARRAYS_OF_WIDEST * Math.max(...outputs)
  return Float64Array.BYTES_PER_ELEMENT * (rowCapacity(task) * row + ARRAYS_OF_PARAMETERS * layout.parameters)
}
