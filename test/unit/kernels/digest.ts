import { createHash, type Hash } from 'node:crypto'
import type { Backend, TrainingTask } from '../../../src/engine'

/** SHA-256 over all bits that `steps` steps measure, each with fewer samples than the one before, and over the parameters. */
export function digestAfter(backend: Backend, task: TrainingTask, steps: number): string {
  const order = Int32Array.from({ length: task.train.count }, (_, i) => i)
  const hash = createHash('sha256')
  for (let step = 0; step < steps; step++) {
    backend.step(order, 0, task.train.count - (step % 8), true)
    addStatistics(hash, backend)
  }
  return hash.update(new Uint8Array(backend.parameters().buffer)).digest('hex')
}

function addStatistics(hash: Hash, { statistics }: Backend): void {
  hash.update(Float64Array.of(statistics.loss, statistics.accuracy))
  for (const row of Object.values(statistics)) {
    if (row instanceof Float64Array || row instanceof Uint8Array) hash.update(row.slice())
    else if (typeof row === 'object') hash.update(row.value.slice()).update(row.exponent.slice())
  }
}
