// What each way to do the runs of a cell costs beside the engine: threads of this machine, a shard's file, a queue with two workers.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { ShardFile } from '../../src/cli/shardFile'
import { createBackend, train } from '../../src/engine'
import { DEFAULT_LIMITS, type Expansion } from '../../src/experiment'
import { planOn, prepareData } from '../../src/plan'
import { queueAddress, QueueRuns } from '../../src/queue'
import { transportNode } from '../../src/queue/load.node'
import { runShard, type SweepCell } from '../../src/sweep'
import { RunPool, type Runs } from '../../src/worker'
import { spawnNode } from '../../src/worker/spawn.node'
import { median } from './timing'
import { RedisServer } from '../unit/queue/redisServer'

const BUNDLES = path.join(process.cwd(), 'dist')
const WORKERS = 2
const ENGINE_RUNS = 40
const ROUNDS = 3

/** Says what a run costs on two workers, whoever gives it to them. `row`: prints a line of the table. */
export async function benchDrivers(cell: SweepCell, row: (name: string, value: string) => void): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gradnb-bench-'))
  const workers: ChildProcess[] = []
  const pool = new RunPool(spawnNode(path.join(BUNDLES, 'worker.node.js')), () => WORKERS)
  const server = await RedisServer.start(folder).catch(() => null)
  try {
    const engine = engineSeconds(cell.expansion)
    await runsOf(cell, pool, null) // warm
    const alone = await runsOf(cell, pool, null)
    const shard = await runsOf(cell, pool, path.join(folder, 'shard.jsonl'))
    const { count } = cell.expansion
    const overhead = (seconds: number) => `${((1000 * WORKERS * seconds) / count - 1000 * engine).toFixed(2)} ms`
    row('engine alone, a run', `${(1000 * engine).toFixed(2)} ms`)
    row('a run on the pool costs beside it', overhead(alone))
    row('in a shard', overhead(shard))
    if (server === null) return row('in a queue', 'no redis-server: apt install redis-server')
    for (let i = 0; i < WORKERS; i++) workers.push(await worker(server.url))
    const queue = new QueueRuns(transportNode(path.join(BUNDLES, 'queue.js')), queueAddress(server.url, {}), {
      say: sentence => console.log(sentence)
    })
    await runsOf(cell, queue, null) // warm
    const [pooled, queued]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      await server.asked(redis => redis.flushall()) // which holds its results
      queued.push(await runsOf(cell, queue, null))
      pooled.push(await runsOf(cell, pool, null))
    }
    row('in a queue', overhead(median(queued)))
    row(
      `${count.toLocaleString('en-US')} runs in a queue against the pool`,
      `${median(queued.map((each, i) => each / pooled[i]!)).toFixed(2)} (median of ${ROUNDS}; target ≤ 1.3)`
    )
  } finally {
    for (const one of workers) one.kill('SIGKILL')
    pool.dispose()
    await server?.kill()
    await rm(folder, { recursive: true })
  }
}

/** How long all runs take; with a line each in `file`, where there is one. */
async function runsOf(cell: SweepCell, runs: Runs, file: string | null): Promise<number> {
  const lines = file === null ? null : ShardFile.open(file, [])
  const start = performance.now()
  await runShard(
    {
      ...{ cell, files: {}, limits: DEFAULT_LIMITS, shard: { index: 0, count: 1 } },
      ...{ signal: new AbortController().signal, isDone: () => false },
      onRun: line => lines?.add(line)
    },
    runs
  )
  await lines?.close()
  return (performance.now() - start) / 1000
}

/** What a run's steps take in this thread, on data that are there. */
function engineSeconds(expansion: Expansion): number {
  let seconds = 0
  for (let index = 0; index < 2 * ENGINE_RUNS; index++) {
    const { experiment } = expansion.run(index)
    const data = prepareData(experiment, {}, DEFAULT_LIMITS)
    const { task, random } = planOn(experiment, data, {}, { limits: DEFAULT_LIMITS, summaryOnly: true })
    const start = performance.now()
    for (const steps = train(task, random, createBackend); !steps.next().done;);
    if (index >= ENGINE_RUNS) seconds += (performance.now() - start) / 1000 // those before warm it
  }
  return seconds / ENGINE_RUNS
}

async function worker(url: string): Promise<ChildProcess> {
  const args = [path.join(BUNDLES, 'cli.js'), 'worker', '--queue', url, '--workers', '1']
  const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(started.stdout, 'data')
  return started
}
