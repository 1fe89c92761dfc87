import { ENGINE_VERSION } from '../engine/version'
import { dataKey, dataShape, type Files, type Limits, type Task } from '../experiment'
import type { PoolProgress, Runs, StopSignal } from '../worker'
import { fileDigests, runDigest } from './digest'
import type { ShardLine } from './shardLine'
import type { SweepCell } from './sweepPlan'

/** Every n-th run of a sweep. */
export interface Shard {
  /** the first of its runs, below `count` */
  readonly index: number
  /** how many shards there are */
  readonly count: number
}

/** What a shard is run with. */
export interface ShardJob {
  readonly cell: SweepCell
  readonly shard: Shard
  /** all that any of its runs reads */
  readonly files: Files
  readonly limits: Limits
  readonly signal: StopSignal
  /** Whether a run is done already, with that digest. */
  isDone(run: number, digest: string): boolean
  /** A run has ended; called in any order. */
  onRun(line: ShardLine): void
  /** A run that was told has another result, too. */
  onOther?(line: ShardLine): void
  onProgress?(progress: PoolProgress): void
}

/** How many runs a shard has, and how many of them were done before. */
export interface ShardSize {
  readonly runs: number
  readonly before: number
}

interface Planned {
  readonly index: number
  readonly key: string
  readonly digest: string
}

/** Does what is missing of a shard. Nothing is kept of a run that has been told. */
export async function runShard(job: ShardJob, pool: Runs): Promise<ShardSize> {
  const { cell, files, limits, signal } = job
  const { runs, missing } = await plannedRuns(job)
  const planned = new Map(missing.map(run => [run.index, run]))
  const tasks = new Map<string, Task>()
  const lineOf = (run: number, outcome: ShardLine['outcome']): ShardLine => {
    const { key, digest } = planned.get(run)!
    const task = tasks.get(key) ?? dataShape(cell.expansion.run(run).experiment.dataset)?.task ?? null
    return { run, digest, engine: ENGINE_VERSION, task, outcome }
  }
  await pool.run({
    ...{ files, limits, signal, runs: missing },
    experimentOf: index => cell.expansion.run(index).experiment,
    onData: (key, task) => tasks.set(key, task),
    onProgress: progress => job.onProgress?.(progress),
    onOutcome: (run, outcome) => job.onRun(lineOf(run, outcome)),
    onOther: (run, outcome) => job.onOther?.(lineOf(run, outcome))
  })
  return { runs, before: runs - missing.length }
}

/** So many runs are planned before others have a turn. */
const AT_ONCE = 100

/** The runs of a shard that are to be done, and how many it has. */
async function plannedRuns({ cell, shard, files, signal, isDone }: ShardJob): Promise<{
  runs: number
  missing: readonly Planned[]
}> {
  const digests = fileDigests(files)
  const missing: Planned[] = []
  let runs = 0
  for (let index = shard.index; index < cell.expansion.count && !signal.aborted; index += shard.count) {
    const { experiment } = cell.expansion.run(index)
    const digest = runDigest(experiment, digests)
    if (!isDone(index, digest)) missing.push({ index, digest, key: dataKey(experiment) })
    if (++runs % AT_ONCE === 0) await new Promise<void>(resolve => setTimeout(resolve))
  }
  return { runs, missing }
}
