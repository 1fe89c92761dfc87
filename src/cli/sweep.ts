import path from 'node:path'
import { filesOfCell } from '../experiment'
import { QueueProblem, QueueRuns, type QueueAddress } from '../queue'
import { transportNode } from '../queue/load.node'
import type { Shard } from '../sweep'
import { visibleLine } from '../text'
import { RunFailed, RunPool, type Runs } from '../worker'
import { coresNode, spawnNode } from '../worker/spawn.node'
import { bundle, QUEUE } from './bundles'
import { readFiles } from './cellFiles'
import { emit, type EmitOptions } from './emit/emit'
import { CommandError, EXIT } from './exitStatus'
import { readInput, type Input } from './input'
import type { LimitOptions } from './limitOptions'
import { complain } from './print'
import { queueIn } from './queueOption'
import { Remarks, type QuietOptions } from './remarks'
import { shardIn } from './shardOption'
import { ShardRunner } from './shardRunner'
import type { Stop } from './stop'
import { sweepCells, type FoundSweep } from './sweepCells'
import { CLI_TEXTS } from './texts'

export interface SweepOptions extends Partial<EmitOptions>, QuietOptions, LimitOptions {
  readonly cell?: string
  readonly shard?: string
  readonly queue?: string
}

/** What is done with the runs of a cell. */
type Way =
  | { readonly type: 'emit' }
  /** here, every n-th of them */
  | { readonly type: 'shard'; readonly shard: Shard; readonly out: string }
  /** by the workers of a queue, all of them */
  | { readonly type: 'queue'; readonly queue: QueueAddress; readonly shard: Shard; readonly out: string }

/** `gradnb sweep`: does a share of the runs of a cell, gives all to a queue, or prints the job file with which others do them. */
export async function sweep(file: string, options: SweepOptions, stop: Stop): Promise<number> {
  const way = wayOf(options)
  const input = await readInput(file, stop.signal, options)
  const found = onlySweep(input, options.cell)
  if (way.type === 'emit') return emit(input, found, options as EmitOptions).then(() => EXIT.done)
  return sweepRuns(file, found, way, options, stop)
}

/** Throws a `CommandError` where it is not plain what to do. A queue may be named by the environment. */
function wayOf({ shard, queue, emit, out }: SweepOptions): Way {
  if ([shard, queue, emit].filter(way => way !== undefined).length > 1)
    throw new CommandError(CLI_TEXTS.shards.whatToDo)
  if (out === '') throw new CommandError(CLI_TEXTS.shards.noOut) // "$OUT" of a script that lacks it
  if (emit !== undefined) return { type: 'emit' }
  const all = { index: 0, count: 1 }
  const given = shard === undefined ? queueIn(queue, process.env, CLI_TEXTS.shards.whatToDo) : null
  if (out === undefined) throw new CommandError(CLI_TEXTS.shards.noOut)
  if (given !== null) return { type: 'queue', queue: given, shard: all, out }
  return { type: 'shard', shard: shardIn(shard!, process.env), out }
}

/** Each run becomes a line of the shard's file. What the file has is not done again. */
async function sweepRuns(
  file: string,
  found: FoundSweep,
  way: Exclude<Way, { type: 'emit' }>,
  options: SweepOptions,
  stop: Stop
): Promise<number> {
  const { shard } = way
  const remarks = new Remarks(options)
  const runner = new ShardRunner(found, shard, way.out, stop, remarks)
  const runs = way.type === 'shard' ? poolOf(options) : queueOf(way.queue)
  try {
    const place = { folder: path.dirname(file), allowOutside: options.allowOutside ?? false }
    const files = await readFiles(filesOfCell(found.sweep), place, found.cell.limits.fileBytes, stop.signal)
    const { runs: count, before } = await runner.run(files, runs)
    if (!stop.signal.aborted)
      await remarks.done(CLI_TEXTS.shards.done(found.name, `${shard.index}/${shard.count}`, count, before, runner.path))
  } catch (error) {
    if (error instanceof QueueProblem) throw new CommandError(error.message)
    if (!(error instanceof RunFailed)) throw error
    throw new CommandError(`${file}: cell ${found.name}: ${error.message}`, EXIT.problems)
  } finally {
    runs.dispose()
  }
  return runner.hasFailed ? EXIT.problems : EXIT.done
}

/** Who does runs, until it is told that there are no more. */
type Doing = Runs & { dispose(): void }

const poolOf = ({ workers }: SweepOptions): Doing =>
  new RunPool(spawnNode(bundle('worker.node')), () => workers ?? coresNode())

function queueOf(address: QueueAddress): Doing {
  const runs = new QueueRuns(transportNode(QUEUE), address, {
    say: sentence => complain(visibleLine(`gradnb: ${sentence}`))
  })
  return Object.assign(runs, { dispose: () => {} })
}

function onlySweep(input: Input, wanted: string | undefined): FoundSweep {
  const found = sweepCells(input, wanted)
  if (found.length === 1) return found[0]!
  throw new CommandError(CLI_TEXTS.shards.chooseOne(found.map(({ name }) => name)))
}
