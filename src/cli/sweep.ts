import path from 'node:path'
import { DEFAULT_LIMITS, filesOfCell } from '../experiment'
import { runShard, type Shard, type ShardLine, type ShardSize } from '../sweep'
import { RunFailed, RunPool } from '../worker'
import { coresNode, spawnNode } from '../worker/spawn.node'
import { bundle } from './bundles'
import { readFiles } from './cellFiles'
import { emit, type EmitOptions } from './emit/emit'
import { CommandError, EXIT } from './exitStatus'
import { readInput, type Input } from './input'
import { complain } from './print'
import { Remarks, type QuietOptions } from './remarks'
import { ShardFile, shardLines, shardPath } from './shardFile'
import { shardIn } from './shardOption'
import type { Stop } from './stop'
import { sweepCells, type FoundSweep } from './sweepCells'
import { CLI_TEXTS } from './texts'

export interface SweepOptions extends Partial<EmitOptions>, QuietOptions {
  readonly cell?: string
  readonly shard?: string
}

/** A shard, and where its lines go. */
interface ShardOptions extends SweepOptions {
  readonly shard: string
  readonly out: string
}

/** `gradnb sweep`: does a share of the runs of a cell, or prints the job file with which others do. */
export async function sweep(file: string, options: SweepOptions, stop: Stop): Promise<number> {
  checkOptions(options)
  const input = await readInput(file, stop.signal)
  const found = onlySweep(input, options.cell)
  if (!isShard(options)) return emit(input, found, options as EmitOptions).then(() => EXIT.done)
  return sweepShard(file, found, options, stop)
}

const isShard = (options: SweepOptions): options is ShardOptions => options.shard !== undefined

/** Throws a `CommandError` where it is not plain what to do. */
function checkOptions({ shard, emit, out }: SweepOptions): void {
  if ((shard === undefined) === (emit === undefined)) throw new CommandError(CLI_TEXTS.shards.whatToDo)
  if (shard !== undefined && out === undefined) throw new CommandError(CLI_TEXTS.shards.noOut)
}

/** Does every n-th run of a cell; each becomes a line of the shard's file. What the file has is not done again. */
async function sweepShard(file: string, found: FoundSweep, options: ShardOptions, stop: Stop): Promise<number> {
  const shard = shardIn(options.shard, process.env)
  const target = shardPath(options.out, found.name, shard)
  const remarks = new Remarks(options)
  const runner = new ShardRunner(found, shard, target, stop, remarks)
  const pool = new RunPool(spawnNode(bundle('worker.node')), () => options.workers ?? coresNode())
  try {
    const place = { folder: path.dirname(file), allowOutside: options.allowOutside ?? false }
    const files = await readFiles(filesOfCell(found.sweep), place, DEFAULT_LIMITS.fileBytes, stop.signal)
    const { runs, before } = await runner.run(files, pool)
    if (!stop.signal.aborted)
      await remarks.done(CLI_TEXTS.shards.done(found.name, `${shard.index}/${shard.count}`, runs, before, target))
  } catch (error) {
    if (!(error instanceof RunFailed)) throw error
    throw new CommandError(`${file}: cell ${found.name}: ${error.message}`, EXIT.problems)
  } finally {
    pool.dispose()
  }
  return runner.hasFailed ? EXIT.problems : EXIT.done
}

function onlySweep(input: Input, wanted: string | undefined): FoundSweep {
  const found = sweepCells(input, wanted)
  if (found.length === 1) return found[0]!
  throw new CommandError(CLI_TEXTS.shards.chooseOne(found.map(({ name }) => name)))
}

/** Does the runs of one shard. */
class ShardRunner {
  /** whether a run threw */
  hasFailed = false

  constructor(
    private readonly found: FoundSweep,
    private readonly shard: Shard,
    private readonly file: string,
    private readonly stop: Stop,
    private readonly remarks: Remarks
  ) {}

  async run(files: Parameters<typeof runShard>[0]['files'], pool: RunPool): Promise<ShardSize> {
    const done = await digestsIn(this.file)
    const file = await ShardFile.open(this.file)
    const bar = this.remarks.progress(this.found.name, 'run')
    const job = {
      ...{ cell: this.found.sweep, shard: this.shard, files, limits: DEFAULT_LIMITS, signal: this.stop.signal },
      isDone: (run: number, digest: string) => done.get(run)?.has(digest) ?? false,
      onRun: (line: ShardLine) => this.keep(line, file),
      onProgress: ({ done, failed, left }: { done: number; failed: number; left: number }) =>
        bar.update({ step: done + failed, steps: done + failed + left }, failed)
    }
    try {
      return await runShard(job, pool)
    } finally {
      bar.end()
      file.close()
    }
  }

  private keep(line: ShardLine, file: ShardFile): void {
    const { run, outcome } = line
    if (this.stop.status === EXIT.usage) return // the disk has refused already
    try {
      file.add(line)
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      return this.stop.request(error.status, `gradnb: ${error.message}`)
    }
    if (outcome.state !== 'failed') return
    this.hasFailed = true
    complain(`gradnb: ${CLI_TEXTS.shards.runFailed(this.found.name, run, outcome.why)}`)
  }
}

/** The digests of what is done, by run; what failed is to be done again. */
async function digestsIn(file: string): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const digests = new Map<number, Set<string>>()
  for await (const { line } of shardLines(file)) {
    if (line?.outcome.state !== 'done') continue
    const known = digests.get(line.run)
    if (known === undefined) digests.set(line.run, new Set([line.digest]))
    else known.add(line.digest)
  }
  return digests
}
