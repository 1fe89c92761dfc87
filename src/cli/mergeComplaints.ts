import type { Shard, ShardMerge } from '../sweep'
import { rangesOf } from '../text'
import { shellWord } from './emit/quoting'
import { carriedWords, type CarriedOptions } from './carriedOptions'
import type { FoundShard } from './shardFile'
import { CLI_TEXTS } from './texts'

/** Which cell is merged, from where. */
export interface Merging extends CarriedOptions {
  readonly file: string
  readonly folder: string
  readonly cell: string
  readonly shards: readonly FoundShard[]
}

/** What the files of a cell's shards hold. */
export interface ReadShards {
  readonly merge: ShardMerge
  /** where lines stand that say nothing */
  readonly damaged: readonly string[]
}

/** Complaints of one kind that are told one by one. */
const MOST_TOLD = 20

/** Why a cell cannot be merged, and what to do: sentences. None where it can. */
export function mergeComplaints(read: ReadShards, merging: Merging): string[] {
  const { disagreements, missing } = read.merge
  const told = disagreements.slice(0, MOST_TOLD)
  const more = disagreements.length - told.length
  return [
    ...told.map(({ run, places: [a, b] }) => CLI_TEXTS.shards.disagree(run, a, b)),
    ...(more > 0 ? [CLI_TEXTS.shards.moreDisagree(more)] : []),
    ...(missing.length > 0 ? missingComplaints(read, merging) : [])
  ]
}

/** A damaged line counts only where runs are missing: one that was half-written is done again, and stays behind. */
function missingComplaints({ merge, damaged }: ReadShards, merging: Merging): string[] {
  const { missing, otherEngines, stale, runs } = merge
  const engines = [...otherEngines].map(([engine, place]) => CLI_TEXTS.shards.otherEngine(place, engine, merge.engine))
  return [
    ...engines,
    ...(stale === null ? [] : [CLI_TEXTS.shards.stale(stale)]),
    ...(damaged.length === 0 ? [] : [CLI_TEXTS.shards.damaged(damaged.length, damaged[0]!)]),
    CLI_TEXTS.shards.missing(missing.length, runs, rangesOf(missing)),
    CLI_TEXTS.shards.makeThem(shardsOf(missing, merging).map(shard => commandFor(shard, merging)))
  ]
}

/** The shards that have the missing runs, divided as the files are. */
function shardsOf(missing: readonly number[], { shards }: Merging): Shard[] {
  const named = shards.filter(({ shard }) => shard.index < shard.count) // others were renamed
  const count = named.at(-1)?.shard.count ?? 1
  const indices = [...new Set(missing.map(run => run % count))].sort((a, b) => a - b)
  return indices.map(index => ({ index, count }))
}

const commandFor = ({ index, count }: Shard, { file, folder, cell, ...options }: Merging): string =>
  `gradnb sweep ${shellWord(file)} --cell ${shellWord(cell)} --shard ${index}/${count} --out ${[shellWord(folder), ...carriedWords(options)].join(' ')}`
