// What each way to do the runs of a cell costs beside the engine: threads of this machine, a shard's file, a queue with two workers.
import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { ShardFile } from '../../src/cli/shardFile'
import { DEFAULT_LIMITS } from '../../src/experiment'
import { queueAddress, QueueRuns } from '../../src/queue'
import { transportNode } from '../../src/queue/load.node'
import { runShard, type SweepCell } from '../../src/sweep'
import { RunPool, type Runs } from '../../src/worker'
import { spawnNode } from '../../src/worker/spawn.node'
import { median } from './timing'
import { RedisServer } from '../unit/queue/redisServer'

const BUNDLES = path.join(process.cwd(), 'dist')
const WORKERS = 2
const ENGINE_RUNS = 150
const ROUNDS = 3

/** Says what a run costs on two workers, whoever gives it to them. `row`: prints a line of the table. */
export async function benchDrivers(cell: SweepCell, row: (name: string, value: string) => void): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gradnb-bench-'))
  const processes: ChildProcess[] = []
  const pool = new RunPool(spawnNode(path.join(BUNDLES, 'worker.node.js')), () => WORKERS)
  const server = await RedisServer.start(folder).catch(() => null)
  try {
    const engines = Array.from({ length: WORKERS }, () =>
      fork(path.join(BUNDLES, 'test', 'bench', 'bareEngine.main.js'))
    )
    processes.push(...engines)
    const workers = server === null ? [] : await Promise.all(Array.from({ length: WORKERS }, () => worker(server.url)))
    processes.push(...workers)
    const drivers: Driver[] = [
      { name: 'a run on the pool costs beside it', seconds: () => runsOf(cell, pool, null) },
      { name: 'in a shard', seconds: round => runsOf(cell, pool, path.join(folder, `${round}.jsonl`)) },
      ...(server === null ? [] : [{ name: 'in a queue', seconds: () => queued(cell, server) }])
    ]
    const times = await timesOf(engines, drivers)
    const { count } = cell.expansion
    row(`engine alone, a run, on ${WORKERS} cores at once`, milliseconds(median(times.map(({ engine }) => engine))))
    drivers.forEach(({ name }, i) => {
      row(name, milliseconds(median(times.map(({ engine, all }) => (WORKERS * all[i]!) / count - engine))))
    })
    if (server === null) return row('in a queue', 'no redis-server: apt install redis-server')
    row(
      `${count.toLocaleString('en-US')} runs in a queue against the pool`,
      `${median(times.map(({ all }) => all[2]! / all[0]!)).toFixed(2)} (median of ${ROUNDS}; target ≤ 1.3)`
    )
  } finally {
    for (const one of processes) one.kill('SIGKILL')
    pool.dispose()
    await server?.kill()
    await rm(folder, { recursive: true })
  }
}

/** A way to do all runs of the cell: how long it takes. */
interface Driver {
  readonly name: string
  seconds(round: number): Promise<number>
}

interface Round {
  /** of one run */
  readonly engine: number
  /** [drivers] of all runs */
  readonly all: readonly number[]
}

/** The engine and everybody in turn, after a round that warms them: a machine that slows down does so for all. */
async function timesOf(engines: readonly ChildProcess[], drivers: readonly Driver[]): Promise<Round[]> {
  const rounds: Round[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const engine = await atOnce(engines)
    const all: number[] = []
    for (const driver of drivers) all.push(await driver.seconds(round))
    rounds.push({ engine, all })
  }
  return rounds.slice(1)
}

/**
 * What a run takes the engine while each core has one to do, as with the drivers: cores that share a cache, or the power for their clock,
 * are slower together.
 */
async function atOnce(engines: readonly ChildProcess[]): Promise<number> {
  const answers = engines.map(engine => once(engine, 'message'))
  for (const engine of engines) engine.send(ENGINE_RUNS)
  const seconds = (await Promise.all(answers)).map(([each]) => Number(each))
  return seconds.reduce((sum, each) => sum + each, 0) / seconds.length
}

const milliseconds = (seconds: number): string => `${(1000 * seconds).toFixed(2)} ms`

/** Through a queue that holds nothing, results of an earlier round least of all. */
async function queued(cell: SweepCell, server: RedisServer): Promise<number> {
  await server.asked(redis => redis.flushall())
  const news = { say: (sentence: string) => console.log(sentence) }
  return runsOf(
    cell,
    new QueueRuns(transportNode(path.join(BUNDLES, 'queue.js')), queueAddress(server.url, {}), news),
    null
  )
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

async function worker(url: string): Promise<ChildProcess> {
  const args = [path.join(BUNDLES, 'cli.js'), 'worker', '--queue', url, '--workers', '1']
  const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(started.stdout, 'data')
  return started
}
