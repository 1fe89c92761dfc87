import path from 'node:path'
import { filesOfCell } from '../experiment'
import { output } from '../notebook'
import { checkSweepSize, RecordError, SWEEP_MIME, type JsonObject } from '../record'
import { planSweep, ShardMerge } from '../sweep'
import { RunFailed } from '../worker'
import { readFiles } from './cellFiles'
import { CommandError, EXIT } from './exitStatus'
import { readInput } from './input'
import type { LimitOptions } from './limitOptions'
import { mergeComplaints, type ReadShards } from './mergeComplaints'
import { OutputKeeper } from './outputKeeper'
import { complain } from './print'
import { Remarks, type QuietOptions } from './remarks'
import { shardLines, shardsIn, type FoundShard } from './shardFile'
import type { Stop } from './stop'
import { sweepCells, type FoundSweep } from './sweepCells'
import { CLI_TEXTS } from './texts'

export interface MergeOptions extends QuietOptions, LimitOptions {
  readonly cell?: string
  readonly allowOutside?: boolean
}

/**
 * `gradnb merge`: puts the shards of cells into the notebook, the same bytes as `gradnb run` writes. A cell whose runs are not all there,
 * or of which two lines disagree, is left as it is.
 */
export async function merge(file: string, folder: string, options: MergeOptions, stop: Stop): Promise<number> {
  if (folder === '') throw new CommandError(CLI_TEXTS.shards.noMergeFolder)
  const input = await readInput(file, stop.signal, options)
  const keeper = await OutputKeeper.of(input, stop, CLI_TEXTS.shards.stillThere(folder))
  if (keeper === null) throw new CommandError(CLI_TEXTS.shards.noNotebook(file))
  const place = { folder: path.dirname(file), allowOutside: options.allowOutside ?? false }
  const remarks = new Remarks(options)
  let [merged, failed] = [0, false]
  try {
    for (const found of sweepCells(input, options.cell)) {
      const shards = await shardsIn(folder, found.name)
      if (stop.signal.aborted || (shards.length === 0 && options.cell === undefined)) continue
      merged++
      const read = await readShards(found, shards, place, stop)
      const complaints = mergeComplaints(read, { ...{ file, folder, shards }, cell: found.name, ...options })
      if (complaints.length === 0 && read.merge.strangers !== null)
        remarks.warn(`gradnb: ${file}: cell ${found.name}: ${CLI_TEXTS.shards.ignored(read.merge.strangers)}`)
      complaints.forEach(complaint => complain(`gradnb: ${file}: cell ${found.name}: ${complaint}`))
      const isBad =
        complaints.length > 0 ||
        (await keep(found, read.merge, keeper, (runs: number) =>
          remarks.done(CLI_TEXTS.shards.merged(found.name, runs, file))
        ))
      failed = failed || isBad
    }
  } finally {
    await keeper.end()
  }
  if (merged === 0 && !stop.signal.aborted) throw new CommandError(CLI_TEXTS.shards.noShards(folder))
  return failed || keeper.hasHomeless ? EXIT.problems : EXIT.done
}

async function readShards(
  { cell, sweep, name }: FoundSweep,
  shards: readonly FoundShard[],
  place: Parameters<typeof readFiles>[1],
  { signal }: Stop
): Promise<ReadShards> {
  const files = await readFiles(filesOfCell(sweep), place, cell.limits.fileBytes, signal).catch(error => {
    throw error instanceof RunFailed ? new CommandError(`cell ${name}: ${error.message}`, EXIT.problems) : error
  })
  const plan = await planSweep(sweep, files, signal)
  signal.throwIfAborted() // the plan may lack runs then
  const merge = new ShardMerge(sweep, plan)
  const damaged: string[] = []
  for (const { file } of shards)
    for await (const { line, number } of shardLines(file)) {
      signal.throwIfAborted()
      if (line === null) damaged.push(`${file}:${number}`)
      else merge.add(line, `${file}:${number}`)
    }
  return { merge, damaged }
}

/** Writes the cell's output; true where a run failed. */
async function keep(
  { cell, name }: FoundSweep,
  merge: ShardMerge,
  keeper: OutputKeeper,
  done: (runs: number) => Promise<void>
) {
  const failures = merge.failures.map(({ run, why }) => CLI_TEXTS.shards.runFailed(name, run, why))
  failures.forEach(failure => complain(`gradnb: ${failure}`))
  const failed = failures.length > 0
  const tell = () => done(merge.runs)
  await keeper.keep({ cell, failed, outputs: [output(SWEEP_MIME, encoded(merge, name))], tell })
  if (!keeper.hasHomeless) await tell()
  return failed
}

/** Throws a `CommandError` for runs whose record could not be read again. */
function encoded(merge: ShardMerge, name: string): JsonObject {
  const runs = merge.encodedRuns
  try {
    checkSweepSize(runs)
  } catch (error) {
    if (!(error instanceof RecordError)) throw error
    throw new CommandError(CLI_TEXTS.shards.tooLarge(name, runs.length), EXIT.problems)
  }
  return merge.encoded(runs)
}
