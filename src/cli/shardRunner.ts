import type { Files } from '../experiment'
import { runShard, type Shard, type ShardLine, type ShardSize } from '../sweep'
import type { Runs } from '../worker'
import { CommandError, EXIT } from './exitStatus'
import { complain } from './print'
import type { Remarks } from './remarks'
import { ShardFile, shardLines } from './shardFile'
import type { Stop } from './stop'
import type { FoundSweep } from './sweepCells'
import { CLI_TEXTS } from './texts'

/** Does the runs of one shard. */
export class ShardRunner {
  /** whether a run threw, or has two different results */
  hasFailed = false

  constructor(
    private readonly found: FoundSweep,
    private readonly shard: Shard,
    private readonly file: string,
    private readonly stop: Stop,
    private readonly remarks: Remarks
  ) {}

  async run(files: Files, runs: Runs): Promise<ShardSize> {
    const done = await digestsIn(this.file)
    const file = await ShardFile.open(this.file)
    const bar = this.remarks.progress(this.found.name, 'run')
    const job = {
      ...{ cell: this.found.sweep, shard: this.shard, files, limits: this.found.cell.limits, signal: this.stop.signal },
      isDone: (run: number, digest: string) => done.get(run)?.has(digest) ?? false,
      onRun: (line: ShardLine) => this.keep(line, file),
      onOther: (line: ShardLine) => {
        this.hasFailed = true
        this.keep(line, file) // so that merge sees both
      },
      onProgress: ({ done, failed, left }: { done: number; failed: number; left: number }) =>
        bar.update({ step: done + failed, steps: done + failed + left }, failed)
    }
    try {
      return await runShard(job, runs)
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
