// What a pool of workers does of the runs of a cell: `pool of 2 against one worker` and runs a minute.
import path from 'node:path'
import { dataKey, parseCell, type Expansion } from '../../src/experiment'
import type { SweepCell } from '../../src/sweep'
import { RunPool } from '../../src/worker'
import { coresNode, spawnNode } from '../../src/worker/spawn.node'
import { benchDrivers } from './sweepDrivers'
import { median } from './timing'

const WORKER = path.join(process.cwd(), 'dist', 'worker.node.js')
const ROUNDS = 5

/** 5 layers of 16 units, 30 epochs of the spiral: 1,000 runs with other learning rates and seeds. */
const CELL = `hidden_layers: {depth: 5, units: 16}
epochs: 30
sweep: {method: random, run_cap: 200, parameters: {optimizer.learning_rate: {distribution: log_uniform_values, min: 0.001, max: 0.5}}}
seeds: 5`

export async function benchSweeps(): Promise<void> {
  const cell = sweepOf(CELL)
  const { expansion } = cell
  const [one, two, all] = [1, 2, coresNode()].map(size => poolOf(size))
  for (const pool of [one!, two!, all!]) await secondsOf(pool, expansion, 4 * pool.size)
  const ratios = await inTurn(
    async () => (await secondsOf(two!, expansion, 32)) / (await secondsOf(one!, expansion, 32))
  )
  const seconds = await secondsOf(all!, expansion, expansion.count)
  console.log('\ncells of many runs (5×16, 30 epochs, spiral)')
  row('pool of 2 against one worker, 32 runs', `${median(ratios).toFixed(2)} (target ≤ 0.55)`)
  row(`1,000 runs on ${all!.size} workers`, `${seconds.toFixed(1)} s (target ≤ 10 on 2 cores)`)
  row('runs a minute', Math.round((60 * expansion.count) / seconds).toLocaleString('en-US'))
  for (const { pool } of [one!, two!, all!]) pool.dispose()
  await benchDrivers(cell, row)
}

interface Sized {
  readonly size: number
  readonly pool: RunPool
}

const poolOf = (size: number): Sized => ({ size, pool: new RunPool(spawnNode(WORKER), () => size) })

function sweepOf(text: string): SweepCell {
  const result = parseCell(text)
  if (!result.ok || result.cell.kind !== 'sweep') throw new Error('the bench needs a cell of many runs')
  return result.cell
}

/** How long the first `count` runs take. */
async function secondsOf({ pool }: Sized, expansion: Expansion, count: number): Promise<number> {
  const experimentOf = (index: number) => expansion.run(index).experiment
  const runs = Array.from({ length: count }, (_, index) => ({ index, key: dataKey(experimentOf(index)) }))
  const start = performance.now()
  await pool.run({ runs, experimentOf, files: {}, signal: new AbortController().signal, onOutcome: () => {} })
  return (performance.now() - start) / 1000
}

async function inTurn(measure: () => Promise<number>): Promise<number[]> {
  const all: number[] = []
  for (let round = 0; round < ROUNDS; round++) all.push(await measure())
  return all
}

const row = (name: string, value: string): void => console.log(`${name.padEnd(44)}${value}`)
