import type { Files } from '../experiment'
import { runShard, type Shard, type ShardLine, type ShardSize } from '../sweep'
import type { PoolJob, Runs } from '../worker'
import { CommandError, EXIT } from './exitStatus'
import { complain } from './print'
import type { Remarks } from './remarks'
import { filesOfShard, ShardFile, shardLines, shardPath, type FoundShard } from './shardFile'
import type { Stop } from './stop'
import type { FoundSweep } from './sweepCells'
import { CLI_TEXTS } from './texts'

/** Does the runs of one shard. */
export class ShardRunner {
  /** whether a run threw, or has two different results */
  hasFailed = false
  /** what it writes; null as long as there is nothing to write */
  private file: ShardFile | null = null

  constructor(
    private readonly found: FoundSweep,
    private readonly shard: Shard,
    private readonly folder: string,
    private readonly stop: Stop,
    private readonly remarks: Remarks
  ) {}

  async run(files: Files, runs: Runs): Promise<ShardSize> {
    const before = await filesOfShard(this.folder, this.found.name, this.shard)
    const done = await digestsIn(before)
    // Also where it turns out to have no runs: an empty file says that the task has been here. Merge counts runs, never files.
    if (before.length === 0) this.open(before)
    const bar = this.remarks.progress(this.found.name, 'run')
    const job = {
      ...{ cell: this.found.sweep, shard: this.shard, files, limits: this.found.cell.limits, signal: this.stop.signal },
      isDone: (run: number, digest: string) => done.get(run)?.has(digest) ?? false,
      onRun: (line: ShardLine) => this.keep(line),
      onOther: (line: ShardLine) => {
        this.hasFailed = true
        this.keep(line) // so that merge sees both
      },
      onProgress: ({ done, failed, left }: { done: number; failed: number; left: number }) =>
        bar.update({ step: done + failed, steps: done + failed + left }, failed)
    }
    try {
      return await runShard(job, { run: work => this.write(work, before, runs) })
    } finally {
      bar.end()
      await this.file?.close()
    }
  }

  /** Where the runs of the shard are, or the first of them. */
  get path(): string {
    return this.file?.file ?? this.pathOf(1)
  }

  /** Opens the file before anything is trained, where anything is to be done. */
  private write(work: PoolJob, before: readonly FoundShard[], runs: Runs): Promise<void> {
    if (work.runs.length > 0) this.open(before)
    return runs.run(work)
  }

  private open(before: readonly FoundShard[]): void {
    this.file ??= ShardFile.open(this.pathOf(1), this.names((before.at(-1)?.task ?? 1) + 1))
  }

  private *names(first: number): Iterable<string> {
    for (let task = first; ; task++) yield this.pathOf(task)
  }

  private pathOf(task: number): string {
    return shardPath(this.folder, this.found.name, this.shard, task)
  }

  private keep(line: ShardLine): void {
    const { run, outcome } = line
    if (this.stop.status === EXIT.usage) return // the disk has refused already
    try {
      this.file!.add(line)
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
async function digestsIn(files: readonly FoundShard[]): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const digests = new Map<number, Set<string>>()
  for (const { file } of files)
    for await (const { line } of shardLines(file)) {
      if (line?.outcome.state !== 'done') continue
      const known = digests.get(line.run)
      if (known === undefined) digests.set(line.run, new Set([line.digest]))
      else known.add(line.digest)
    }
  return digests
}
