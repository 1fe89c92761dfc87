import path from 'node:path'
import { dataKey, DEFAULT_LIMITS, parseCell, type Expansion } from '../../src/experiment'
import type { SweepCell } from '../../src/sweep'
import { RunPool } from '../../src/worker'
import { spawnNode } from '../../src/worker/spawn.node'

const WORKER = path.join(process.cwd(), 'dist', 'worker.node.js')

/** 5 layers of 16 units, 30 epochs of the spiral: 1,000 runs with other learning rates and seeds. */
const CELL = `hidden_layers: {depth: 5, units: 16}
epochs: 30
sweep: {method: random, run_cap: 200, parameters: {optimizer.learning_rate: {distribution: log_uniform_values, min: 0.001, max: 0.5}}}
seeds: 5`

/** The cell of many runs that is measured. */
export function benchCell(): SweepCell {
  const result = parseCell(CELL)
  if (!result.ok || result.cell.kind !== 'sweep') throw new Error('the bench needs a cell of many runs')
  return result.cell
}

/** A pool of so many threads. */
export interface Sized {
  readonly size: number
  readonly pool: RunPool
}

export const poolOf = (size: number): Sized => ({ size, pool: new RunPool(spawnNode(WORKER), () => size) })

/** How long the first `count` runs take. */
export async function secondsOf({ pool }: Sized, expansion: Expansion, count: number): Promise<number> {
  const experimentOf = (index: number) => expansion.run(index).experiment
  const runs = Array.from({ length: count }, (_, index) => ({ index, key: dataKey(experimentOf(index)) }))
  const start = performance.now()
  const limits = DEFAULT_LIMITS
  await pool.run({ runs, experimentOf, files: {}, limits, signal: new AbortController().signal, onOutcome: () => {} })
  return (performance.now() - start) / 1000
}
