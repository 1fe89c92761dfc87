// What a pool of workers does of the runs of a cell: `pool of 2 against one worker` and runs a minute.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { coresNode } from '../../src/worker/spawn.node'
import { benchCell, poolOf, secondsOf } from './benchPool'
import { benchDrivers } from './sweepDrivers'
import { median } from './timing'

const ROUNDS = 5
const RUNS = 32

export async function benchSweeps(): Promise<void> {
  const cell = benchCell()
  const { expansion } = cell
  const [one, two, all] = [1, 2, coresNode()].map(size => poolOf(size))
  for (const pool of [one!, two!, all!]) await secondsOf(pool, expansion, 4 * pool.size)
  const processes = await Promise.all([0, 1].map(oneWorker))
  const [ratios, limits]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    const alone = await secondsOf(one!, expansion, RUNS)
    ratios.push((await secondsOf(two!, expansion, RUNS)) / alone)
    limits.push((await bothAtOnce(processes, RUNS / 2)) / alone)
  }
  processes.forEach(process => process.kill())
  const seconds = await secondsOf(all!, expansion, expansion.count)
  console.log('\ncells of many runs (5×16, 30 epochs, spiral)')
  row('pool of 2 against one worker, 32 runs', `${median(ratios).toFixed(2)} (target ≤ 0.55)`)
  row('two processes of one worker, 16 runs each', `${median(limits).toFixed(2)} (what this machine allows)`)
  row(`1,000 runs on ${all!.size} workers`, `${seconds.toFixed(1)} s (target ≤ 10 on 2 cores)`)
  row('runs a minute', Math.round((60 * expansion.count) / seconds).toLocaleString('en-US'))
  for (const { pool } of [one!, two!, all!]) pool.dispose()
  await benchDrivers(cell, row)
}

/** A process with a pool of one thread, warm. */
async function oneWorker(): Promise<ChildProcess> {
  const started = fork(path.join(process.cwd(), 'dist', 'test', 'bench', 'oneWorker.main.js'))
  started.send(RUNS)
  await once(started, 'message')
  return started
}

/** How long it takes until each of them has done `count` runs: nothing that they share is ours. */
async function bothAtOnce(processes: readonly ChildProcess[], count: number): Promise<number> {
  const start = performance.now()
  const done = processes.map(process => once(process, 'message'))
  for (const process of processes) process.send(count)
  await Promise.all(done)
  return (performance.now() - start) / 1000
}

const row = (name: string, value: string): void => console.log(`${name.padEnd(44)}${value}`)
